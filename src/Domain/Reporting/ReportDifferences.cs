namespace PlanTracker.Domain.Reporting;

/// <summary>What has changed in a report since one that was issued before.</summary>
/// <param name="Since">What it is compared with, in words: "Báo cáo 6 tháng (số liệu đến 14/06/2024)".</param>
/// <param name="Rows">Each difference, in the plan's order.</param>
public sealed record ReportChanges(string Since, IReadOnlyList<ReportChange> Rows);

/// <summary>Kinds of difference.</summary>
public enum DifferenceKind
{
    /// <summary>A row that was not there.</summary>
    Added,
    /// <summary>A row that is no longer there.</summary>
    Removed,
    /// <summary>Another target, by a version.</summary>
    Target,
    /// <summary>What was issued before has been corrected by an adjusting entry.</summary>
    Adjusted,
    /// <summary>Done before, counted in this period because its day was locked.</summary>
    CountedLater,
    /// <summary>Another figure.</summary>
    Figure,
    /// <summary>Another status.</summary>
    Status,
    /// <summary>Another name of the lead.</summary>
    Name,
}

/// <summary>One difference.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Label">Row of Phụ lục I.</param>
/// <param name="Title">Its short name.</param>
/// <param name="What">What is different.</param>
/// <param name="Before">As issued.</param>
/// <param name="Now">As it is now.</param>
/// <param name="Note">Why, where it is known.</param>
public sealed record ReportChange(DifferenceKind Kind, string Label, string Title, string What, string Before, string Now, string Note = "");

/// <summary>Compares a report with one issued before: targets, corrections, figures, statuses, names. Pure.</summary>
public static class ReportDifferences
{
    /// <summary>The word of a kind.</summary>
    public static string NameOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => "Thêm dòng",
        DifferenceKind.Removed => "Bớt dòng",
        DifferenceKind.Target => "Chỉ tiêu",
        DifferenceKind.Adjusted => "Điều chỉnh số đã báo cáo",
        DifferenceKind.CountedLater => "Tính vào kỳ sau",
        DifferenceKind.Figure => "Số liệu",
        DifferenceKind.Status => "Trạng thái",
        _ => "Tên cơ quan",
    };

    /// <summary>One difference as a sentence: "Dòng 12, Tờ gấp: lũy kế 5.000 thành 11.250."</summary>
    public static string Sentence(ReportChange difference)
    {
        var (kind, before, now) = (difference.Kind, difference.Before, difference.Now);
        var what = kind switch
        {
            DifferenceKind.Added => "dòng mới, trước chưa có",
            DifferenceKind.Removed => "không còn trong báo cáo",
            DifferenceKind.Adjusted or DifferenceKind.CountedLater => $"{difference.What} {now}",
            _ => $"{difference.What} từ {before} thành {now}",
        };
        return $"Dòng {difference.Label}, {difference.Title}: {what}{(difference.Note.Length > 0 ? $" ({difference.Note})" : "")}.";
    }

    /// <summary>What is different now from what was issued before.</summary>
    /// <param name="before">What was issued.</param>
    /// <param name="now">As it is now.</param>
    /// <param name="special">Events of now that correct another or count on another day than their own.</param>
    public static ReportChanges Between(PlanReport before, PlanReport now, IReadOnlyList<EventRow> special)
    {
        var old = before.Rows.ToDictionary(r => r.TargetId);
        var events = special.ToLookup(e => e.Label);
        var samePeriod = before.Period.Code == now.Period.Code;
        var rows = now.Rows.SelectMany(row => old.TryGetValue(row.TargetId, out var was)
                ? OfRow(was, row, samePeriod).Concat(Corrected(row, events[row.Label], before.Period.To))
                : [new(DifferenceKind.Added, row.Label, row.ShortTitle, "", "-", $"{Number(row.Figures.Value)} {row.Unit}")])
            .Concat(before.Rows.Where(r => now.Rows.All(n => n.TargetId != r.TargetId))
                .Select(r => new ReportChange(DifferenceKind.Removed, r.Label, r.ShortTitle, "", $"{Number(r.Figures.Value)} {r.Unit}", "-")));
        return new($"Báo cáo {before.Period.Name} đã ban hành (số liệu đến hết ngày {before.AsOf:dd/MM/yyyy})", [.. rows]);
    }

    private static IEnumerable<ReportChange> OfRow(ReportRow was, ReportRow row, bool samePeriod)
    {
        ReportChange Of(DifferenceKind kind, string what, string before, string now, string note = "") => new(kind, row.Label, row.ShortTitle, what, before, now, note);

        if (was.Figures.Value != row.Figures.Value || was.Figures.VersionNumber != row.Figures.VersionNumber)
            yield return Of(DifferenceKind.Target, "chỉ tiêu", Number(was.Figures.Value), Number(row.Figures.Value), Document(row.Version));
        if (samePeriod && was.Figures.InPeriod != row.Figures.InPeriod)
            yield return Of(DifferenceKind.Figure, "thực hiện trong kỳ", Number(was.Figures.InPeriod), Number(row.Figures.InPeriod));
        if (was.Figures.ToDate != row.Figures.ToDate)
            yield return Of(DifferenceKind.Figure, "lũy kế", Number(was.Figures.ToDate), Number(row.Figures.ToDate), Percent(was, row));
        if (was.Figures.Status != row.Figures.Status)
            yield return Of(DifferenceKind.Status, "trạng thái", StatusWords.NameOf(was.Figures.Status), StatusWords.NameOf(row.Figures.Status));
        if (was.Lead != row.Lead)
            yield return Of(DifferenceKind.Name, "cơ quan chủ trì", was.Lead, row.Lead);
    }

    private static IEnumerable<ReportChange> Corrected(ReportRow row, IEnumerable<EventRow> events, DateOnly issuedTo)
    {
        foreach (var entry in events.Where(e => e.CountedOn > issuedTo))
        {
            if (entry.Correction is { } correction)
                yield return new(DifferenceKind.Adjusted, row.Label, row.ShortTitle, "cập nhật điều chỉnh", "-", $"{ReportWording.WithSign(entry.Quantity)} {row.Unit} ngày {entry.Date:dd/MM/yyyy}", correction);
            else if (entry.CountedOn != entry.Date)
                yield return new(DifferenceKind.CountedLater, row.Label, row.ShortTitle, $"kết quả ngày {entry.Date:dd/MM/yyyy} được tính từ", "-", $"{entry.CountedOn:dd/MM/yyyy}", "ngày thực hiện đã khóa khi được xác nhận");
        }
    }

    private static string Document(VersionInForce? version) =>
        version is { Number: > 0 } ? $"lần {version.Number}{(version.Document is { } document ? $", theo {document.Number}" : "")}, hiệu lực {version.EffectiveOn:dd/MM/yyyy}" : "";

    private static string Percent(ReportRow was, ReportRow row) => row.Figures.Percent is null
        ? "" : $"{VietnameseNumber.Percent(was.Figures.Percent)}% thành {VietnameseNumber.Percent(row.Figures.Percent)}%";

    private static string Number(decimal? number) => number is { } value ? VietnameseNumber.Show(value) : "-";
}
