using System.Globalization;
using PlanTracker.Domain;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Appendices;

namespace PlanTracker.Reports.Word;

/// <summary>The report's figures as sentences. Every number is the report's own: nothing is added up here.</summary>
internal static class Narrative
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly (string Text, int Amount, int? People, string PeopleText)[] Indicators =
    [
        ("hội nghị, tọa đàm", 0, 1, "lượt người"), ("lớp tập huấn", 2, 3, "lượt người"), ("tin, bài trên cổng, trang thông tin điện tử", 4, null, ""),
        ("tin, bài trên báo", 5, null, ""), ("chuyên mục, phóng sự phát sóng", 6, null, ""), ("lượt phát thanh cơ sở", 7, null, ""),
        ("tờ gấp, tờ rơi", 8, null, ""), ("pano, áp phích, băng rôn", 9, null, ""), ("bài trên mạng xã hội", 10, null, ""),
        ("cuộc thi", 11, 12, "lượt thi"), ("tài liệu khác", 13, null, ""), ("hoạt động theo hình thức khác", 14, null, ""),
    ];

    /// <summary>"Thực hiện Kế hoạch số ... báo cáo kết quả thực hiện ... như sau:"</summary>
    public static string Opening(PlanReport report)
    {
        var issuer = report.Issuer.Length > 0 ? $" của {InFull(report.Issuer)}" : "";
        var of = report.Scope is { } scope ? $" (phần của {scope.Name})" : "";
        return $"Thực hiện Kế hoạch số {report.Plan.Number} ngày {LongDay(report.Plan.IssuedOn)}{issuer} về {PeriodWording.InSentence(report.Plan.Title)} " +
            $"(sau đây gọi là Kế hoạch), {Author(report)} báo cáo kết quả thực hiện {ShortPeriod(report)}{of} (từ ngày {LongDay(report.Period.From)} đến ngày {LongDay(report.Period.To)}) như sau:";
    }

    /// <summary>How many activities stand how.</summary>
    public static string Standing(PlanReport report)
    {
        var counts = report.StatusCounts;
        ProgressStatus[] order =
        [
            ProgressStatus.Completed, ProgressStatus.OnTrack, ProgressStatus.Behind, ProgressStatus.Overdue, ProgressStatus.NotStarted, ProgressStatus.Ongoing,
            ProgressStatus.Cancelled,
        ];
        var said = order.Where(s => counts[s] > 0)
            .Select(s => $"{VietnameseNumber.Wording(counts[s])} hoạt động {StatusWords.NameOf(s).ToLower(Vietnamese)}").ToList();
        var overdue = counts.Overdue == 0 ? "; không có hoạt động quá hạn" : "";
        return $"Tính đến hết ngày {LongDay(report.AsOf)}, trong {VietnameseNumber.Wording(counts.Total)} hoạt động của Kế hoạch có {string.Join(", ", said)}{overdue} (chi tiết tại Phụ lục I và Phụ lục III).";
    }

    /// <summary>One paragraph per lead: what was done in the period, and how far each target is.</summary>
    public static IEnumerable<string> ByLead(PlanReport report) => report.Rows.GroupBy(r => r.Lead)
        .Select((lead, index) => Numbering.Point(index + 1, $"{lead.Key}: {string.Join("; ", lead.Select(Row))}."));

    /// <summary>What agencies did on their own; nothing when no report was received.</summary>
    public static IEnumerable<string> Agencies(PlanReport report)
    {
        if (report.Content.Late is { Expected: > 0 } late)
        {
            var sent = $"Có {VietnameseNumber.Show(late.OnTime + late.Late)}/{VietnameseNumber.Show(late.Expected)} cơ quan, đơn vị, địa phương gửi báo cáo (đạt {VietnameseNumber.Percent(late.SentPercent)}%)";
            yield return $"{sent}, trong đó {VietnameseNumber.Wording(late.OnTime)} đúng hạn, {VietnameseNumber.Wording(late.Late)} gửi chậm; {VietnameseNumber.Wording(late.Missing)} chưa gửi{NotYetDue(late)} (Phụ lục V).";
        }
        if (report.Content.Agencies is { Blocks.Count: > 0 } table && (table.Total ?? table.Blocks[0]) is var total && total.Figures.Any(f => f > 0))
        {
            var said = Indicators.Where(i => total.Figures[i.Amount] > 0).Select(i =>
                $"{VietnameseNumber.Wording(total.Figures[i.Amount]!.Value)} {i.Text}"
                + (i.People is { } people && total.Figures[people] > 0 ? $" với {VietnameseNumber.Wording(total.Figures[people]!.Value)} {i.PeopleText}" : ""));
            var socialised = total.Socialised is > 0 and { } amount ? $"; kinh phí xã hội hóa {VietnameseNumber.Show(amount)} đồng" : "";
            yield return $"Tổng hợp từ các báo cáo đã nhận: {string.Join("; ", said)}{socialised} (Phụ lục II).";
        }
        if (report.Content.Tasks is { } tasks)
        {
            yield return $"Trong {VietnameseNumber.Wording(tasks.Rows.Count)} nhiệm vụ tại mục VI của Kế hoạch, {VietnameseNumber.Wording(tasks.Done)} nhiệm vụ đã thực hiện, {VietnameseNumber.Wording(tasks.Doing)} nhiệm vụ đang thực hiện, {VietnameseNumber.Wording(tasks.Silent)} nhiệm vụ chưa có thông tin.";
        }
        if (report.Content.Inspections is { Held: > 0 } inspections)
        {
            yield return $"Đã lồng ghép kiểm tra công tác thông tin, tuyên truyền tại {VietnameseNumber.Wording(inspections.Held)} cơ quan, đơn vị; có {VietnameseNumber.Wording(inspections.Recommended)} kiến nghị, đã thực hiện {VietnameseNumber.Wording(inspections.Done)}.";
        }
        if (report.Content.News is { } news)
        {
            yield return $"{Author(report)} nhận {VietnameseNumber.Wording(news.Total.Sent)} tin, bài của {VietnameseNumber.Wording(news.Rows.Count)} cơ quan, đơn vị; chọn {VietnameseNumber.Wording(news.Total.Selected)} và đã đăng {VietnameseNumber.Wording(news.Total.Published)} tin, bài (Phụ lục VII).";
        }
    }

    /// <summary>Money by source and all together, the sums of all in words too; or that there are no amounts yet.</summary>
    public static IEnumerable<string> Money(PlanReport report)
    {
        if (report.Content.Money is not { Totals: { Count: > 0 } totals })
            return ["Trong kỳ chưa có số liệu dự toán, phê duyệt và giải ngân được cập nhật."];
        // The last is all sources together.
        var bySource = totals.SkipLast(1).Select((s, index) => Numbering.Point(index + 1, $"{s.Source}: {Sums(s, inWords: false)}."));
        return [.. bySource, $"Tổng cộng: {Sums(totals[^1], inWords: true)} (chi tiết tại Phụ lục IV)."];
    }

    private static string Sums(MoneyRow row, bool inWords)
    {
        string Amount(long amount) => FundingWords.Amount(amount) + (inWords ? $" (bằng chữ: {AmountInWords.Of(amount)})" : "");
        var said = new[] { ("dự toán", row.Estimate), ("phê duyệt", row.Approval), ("giải ngân trong kỳ", row.DisbursedInPeriod), ("giải ngân lũy kế", row.Disbursed), ("quyết toán", row.Settlement) }
            .Where(s => s.Item2 is not null).Select(s => $"{s.Item1} {Amount(s.Item2!.Value)}");
        return string.Join("; ", said) + (row.Percent is { } percent ? $"; giải ngân đạt {VietnameseNumber.Percent(percent)}%" : "");
    }

    /// <summary>What is behind, missing or late, as figures say it.</summary>
    public static IEnumerable<string> Shortcomings(PlanReport report)
    {
        var points = new List<string>();
        var behind = report.Rows.Where(r => r.Figures.Status is ProgressStatus.Behind or ProgressStatus.Overdue).ToList();
        if (behind.Count > 0)
            points.Add($"Còn {VietnameseNumber.Wording(behind.Count)} chỉ tiêu chậm tiến độ hoặc quá hạn: {string.Join("; ", behind.Select(r => $"{r.ShortTitle} ({Progress(r)})"))}.");
        if (report.Content.Late is { } late && (late.Missing > 0 || late.Late > 0))
            points.Add(Unpunctual(late));
        if (report.Rows.Where(r => r.Entries > r.WithEvidence).ToList() is { Count: > 0 } unproved)
            points.Add($"Có kết quả còn thiếu minh chứng: {string.Join("; ", unproved.Select(r => $"{r.ShortTitle} ({r.WithEvidence}/{r.Entries} kết quả có minh chứng)"))}.");
        if (report.Content.Difficulties is { Rows.Count: > 0 } difficulties)
            points.Add($"Có {VietnameseNumber.Wording(difficulties.Rows.Count)} khó khăn, vướng mắc được nêu, đã trả lời {VietnameseNumber.Wording(difficulties.Answered)} (Phụ lục VI).");
        if (report.Content.Inspections is { Late: > 0 } inspected)
            points.Add($"Có {VietnameseNumber.Wording(inspected.Late)} kiến nghị sau kiểm tra quá hạn chưa thực hiện xong.");
        if (report.Waiting > 0)
            points.Add($"Còn {VietnameseNumber.Wording(report.Waiting)} kết quả chờ xác nhận, chưa được tính vào báo cáo.");
        return points.Count == 0 ? ["Các chỉ tiêu được thực hiện đúng tiến độ."] : points.Select((p, index) => Numbering.Point(index + 1, p));
    }

    private static string Unpunctual(LateTable late)
    {
        var slow = $"{VietnameseNumber.Wording(late.Late)} cơ quan, đơn vị, địa phương gửi chậm";
        if (late.Missing == 0)
            return $"Có {slow} báo cáo.";
        return $"Còn {VietnameseNumber.Wording(late.Missing)} cơ quan, đơn vị, địa phương chưa gửi báo cáo{NotYetDue(late)}{(late.Late > 0 ? $"; có {slow}" : "")}.";
    }

    private static string NotYetDue(LateTable late) => late.NotYetDue > 0 ? $", trong đó {VietnameseNumber.Wording(late.NotYetDue)} chưa đến hạn" : "";

    /// <summary>"Trên đây là báo cáo ...".</summary>
    public static string Closing(PlanReport report) =>
        $"Trên đây là báo cáo kết quả thực hiện Kế hoạch {PeriodWording.InSentence(report.Plan.Title)}, {ShortPeriod(report)}, {Author(report)} kính báo cáo {report.Letterhead.AddressedTo}./.";

    /// <summary>"Quý III năm 2024".</summary>
    public static string ShortPeriod(PlanReport report) => report.Period.Kind switch
    {
        PeriodKind.Quarter => $"{report.Period.Name} năm {report.Plan.Year}",
        PeriodKind.HalfYear => $"6 tháng đầu năm {report.Plan.Year}",
        PeriodKind.Year => $"năm {report.Plan.Year}",
        PeriodKind.Closing => $"cả năm kế hoạch {report.Plan.Year}",
        _ => $"từ ngày {PeriodWording.Day(report.Period.From)} đến ngày {PeriodWording.Day(report.Period.To)}",
    };

    private static string Row(ReportRow row)
    {
        var unit = row.Unit.Length == 0 ? "" : " " + row.Unit;
        var done = row.Figures.InPeriod switch
        {
            > 0 => $"trong kỳ thực hiện {VietnameseNumber.Wording(row.Figures.InPeriod)}{unit}",
            < 0 => $"trong kỳ điều chỉnh {ReportWording.WithSign(row.Figures.InPeriod)}{unit}",
            _ => "trong kỳ chưa có kết quả mới",
        };
        var waiting = row.Figures.Pending == 0 ? "" : $"; còn {VietnameseNumber.Wording(row.Figures.Pending)}{unit} chờ xác nhận, chưa tính";
        return $"{row.ShortTitle}: {done} ({Progress(row)}{waiting})";
    }

    private static string Progress(ReportRow row)
    {
        var unit = row.Unit.Length == 0 ? "" : " " + row.Unit;
        return row.Figures.Value is { } value
            ? $"lũy kế {VietnameseNumber.Wording(row.Figures.ToDate)}/{VietnameseNumber.Wording(value)}{unit}{(row.Figures.Percent is { } percent ? $", đạt {VietnameseNumber.Percent(percent)}%" : "")}"
            : $"lũy kế {VietnameseNumber.Wording(row.Figures.ToDate)}{unit}";
    }

    private static string Author(PlanReport report) => report.DrawnUpBy.Length > 0 ? report.DrawnUpBy : report.Letterhead.IssuingBody;

    private static string InFull(string name) => name.StartsWith("UBND ", StringComparison.Ordinal) ? "Ủy ban nhân dân " + name[5..] : name;

    /// <summary>"14 tháng 12 năm 2023": a 0 before days below ten and the months 1 and 2 only.</summary>
    private static string LongDay(DateOnly day) => string.Create(
        CultureInfo.InvariantCulture, $"{day.Day:00} tháng {(day.Month < 3 ? "0" : "")}{day.Month} năm {day.Year}");
}
