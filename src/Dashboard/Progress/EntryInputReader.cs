using System.Globalization;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Dashboard.Progress;

/// <summary>Understands the form of an entry: every field that cannot be read is named, and no number is guessed.</summary>
internal sealed class EntryInputReader(EntryInput input, DateOnly today)
{
    private const int MaxNumber = 100;

    private readonly Dictionary<string, string[]> errors = [];

    /// <summary>
    /// The content, or all fields that could not be read. Sending asks for more than a draft (evidence or why there is none; how it was held),
    /// and asks it here too, so that nothing is half done when it is missing.
    /// </summary>
    public Result<EntryContent> Read(bool sending, bool hasEvidence, bool modeAsked)
    {
        errors.Clear();
        var correctsId = Id("correctsEntryId");
        var content = new EntryContent
        {
            TargetId = Required(Id("targetId"), "targetId", "Chọn chỉ tiêu mà kết quả này được tính vào."),
            MemberId = Id("memberId"),
            Date = Required(Dates.Parse(input["date"]), "date", "Ghi ngày thực hiện theo dạng ngày/tháng/năm, ví dụ 06/09/2024."),
            Quantity = Quantity(correctsId is not null),
            Title = Title(),
            Place = input["place"],
            Mode = Mode(sending && modeAsked),
            PeopleReached = Whole("peopleReached"),
            Attendances = Whole("attendances"),
            CadenceSlot = input["cadenceSlot"],
            Supporting = Supporting(),
            Spent = [.. Enum.GetValues<FundingSource>().Select(Spending).OfType<Spending>()],
            Themes = [.. input.Themes.Select(t => int.TryParse(t, CultureInfo.InvariantCulture, out var n) ? n : 0)],
            Form = input["form"] is { } form ? int.TryParse(form, CultureInfo.InvariantCulture, out var n) ? n : 0 : null,
            Channel = input["channel"],
            Note = input["note"],
            NoEvidenceReason = input["noEvidenceReason"],
            CorrectsEntryId = correctsId,
            CorrectionReason = input["correctionReason"],
        };
        CheckLink();
        CheckDocument();
        if (correctsId is not null && VietnameseText.Clean(input["correctionReason"]) is null)
            errors["correctionReason"] = ["Cần nêu lý do điều chỉnh."];
        if (sending && !hasEvidence && Evidence.Count == 0 && VietnameseText.Clean(input["noEvidenceReason"]) is null)
            errors.TryAdd("noEvidenceReason", ["Chưa có minh chứng: thêm tệp, liên kết hoặc số văn bản; nếu chưa có, ghi lý do."]);
        return errors.Count == 0 ? content : Refusal.Invalid(errors);
    }

    /// <summary>The evidence typed on its own form; or what is wrong with it, or that there is none.</summary>
    public Result<List<Evidence>> ReadEvidence(bool mayBeNone)
    {
        errors.Clear();
        CheckLink();
        CheckDocument();
        if (errors.Count == 0 && Evidence.Count == 0 && !mayBeNone)
            errors["url"] = ["Chọn tệp, ghi liên kết, hoặc ghi số và ngày của văn bản."];
        return errors.Count == 0 ? new List<Evidence>(Evidence) : Refusal.Invalid(errors);
    }

    /// <summary>The evidence typed: a link, a document, both or none.</summary>
    public IReadOnlyList<Evidence> Evidence
    {
        get
        {
            var found = new List<Evidence>();
            var purpose = PostedFiles.PurposeOf(input["purpose"]);
            if (input["url"] is { } url)
                found.Add(new() { Kind = EvidenceKind.Link, Url = url.Trim(), Purpose = purpose });
            if (input["number"] is { } number)
                found.Add(new() { Kind = EvidenceKind.Document, Number = number.Trim(), Date = Dates.Parse(input["documentDate"]), Purpose = purpose });
            return found;
        }
    }

    private Guid? Id(string name) => Guid.TryParse(input[name], out var id) ? id : null;

    private T Required<T>(T? value, string field, string message)
        where T : struct
    {
        if (value is null)
            errors[field] = [message];
        return value ?? default;
    }

    private decimal Quantity(bool correcting)
    {
        var quantity = VietnameseNumber.Parse(input["quantity"]);
        if (quantity is null)
            errors["quantity"] = [input["quantity"] is { } typed ? $"Không đọc được số lượng “{typed}”: viết 15.000 hoặc 1,5." : "Cần ghi số lượng."];
        else if (quantity < 0 && !correcting)
            errors["quantity"] = ["Số lượng âm chỉ dùng khi điều chỉnh một kết quả đã xác nhận."];
        return quantity ?? 0;
    }

    private string Title()
    {
        if (VietnameseText.Clean(input["title"]) is null)
            errors["title"] = ["Cần ghi nội dung, tên sản phẩm."];
        return input["title"] ?? "";
    }

    private DeliveryMode? Mode(bool required)
    {
        if (input["mode"] is null)
        {
            if (required)
                errors["mode"] = ["Hoạt động có dấu (*): chọn trực tiếp, trực tuyến hay kết hợp."];
            return null;
        }
        if (Enum.TryParse<DeliveryMode>(input["mode"], out var mode) && Enum.IsDefined(mode))
            return mode;
        errors["mode"] = ["Hình thức tổ chức không có trong danh mục."];
        return null;
    }

    private int? Whole(string field)
    {
        if (input[field] is not { } typed)
            return null;
        if (VietnameseNumber.Parse(typed) is { } number && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue)
            return (int)number;
        errors[field] = [$"Không đọc được “{typed}”: viết số nguyên, ví dụ 1.200."];
        return null;
    }

    private Spending? Spending(FundingSource source)
    {
        if (input[EntryInput.SpentName(source)] is not { } typed)
            return null;
        if (VietnameseNumber.Parse(typed) is { } amount && decimal.IsInteger(amount) && amount is >= long.MinValue and <= long.MaxValue)
            return new(source, (long)amount);
        errors["spent"] = [.. errors.GetValueOrDefault("spent", []), $"{Words.Of(source)}: không đọc được “{typed}”, viết số đồng nguyên, ví dụ 15.000.000."];
        return null;
    }

    private List<Contribution> Supporting()
    {
        var rows = new List<Contribution>();
        for (var i = 0; i < input.Rows; i++)
        {
            if (Id($"supportingAgency{i}") is { } agency)
                rows.Add(new(agency, input[$"supportingShare{i}"]));
            else if (input[$"supportingShare{i}"] is not null || input[$"supportingAgency{i}"] is not null)
                errors["supporting"] = [$"Dòng {i + 1}: chọn cơ quan phối hợp."];
        }
        return rows;
    }

    private void CheckLink()
    {
        if (input["url"]?.Trim() is { } url && EvidenceLinks.Wrong(url) is { } wrong)
            errors["url"] = [wrong];
    }

    private void CheckDocument()
    {
        if (input["number"] is null && input["documentDate"] is null)
            return;
        if (VietnameseText.Clean(input["number"]) is not { Length: <= MaxNumber } number || !VietnameseText.IsClean(number))
            errors["number"] = ["Cần ghi số, ký hiệu văn bản, dài tối đa 100 ký tự."];
        if (Dates.Parse(input["documentDate"]) is null)
            errors["documentDate"] = ["Cần ghi ngày của văn bản theo dạng ngày/tháng/năm, ví dụ 06/09/2024."];
        else if (Dates.Parse(input["documentDate"]) > today)
            errors["documentDate"] = ["Ngày của văn bản không được ở tương lai."];
    }
}
