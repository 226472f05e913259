using System.Globalization;
using System.Text.RegularExpressions;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>
/// Entries as cells, in both directions: what the form shows of one, and what a row says. A cell that says what the form would show of the
/// entry as it stands leaves it as it is, so that a form sent back untouched changes nothing.
/// </summary>
internal sealed partial class EntryCells
{
    private const long MaxPeople = int.MaxValue;
    private const long MaxAmount = 1_000_000_000_000_000_000;

    private static readonly DeliveryMode[] Modes = Enum.GetValues<DeliveryMode>();

    private readonly Plan plan;
    private readonly IReadOnlyDictionary<Guid, Agency> agencies;
    private readonly DateOnly today;
    private readonly AgencyFinder finder;
    private readonly Dictionary<Guid, (Activity Activity, Target Target, string Choice)> targets;
    private readonly Dictionary<string, Guid> byChoice = [];
    private readonly Dictionary<string, Guid> byLabel = [];
    private readonly Dictionary<string, (Guid? Id, string? Wrong)> found = [];

    public EntryCells(Plan plan, IReadOnlyDictionary<Guid, Agency> agencies, IReadOnlyList<Channel> channels, DateOnly today)
    {
        (this.plan, this.agencies, Channels, this.today) = (plan, agencies, channels, today);
        finder = new AgencyFinder(agencies, today);
        targets = plan.Activities.SelectMany(a => a.Targets.Select(t => (a, t))).ToDictionary(p => p.t.Id, p => (p.a, p.t, ChoiceOf(p.a, p.t)));
        foreach (var (id, (_, target, choice)) in targets)
        {
            byChoice.TryAdd(VietnameseText.Fold(choice), id);
            byLabel.TryAdd(VietnameseText.Fold(target.Label), id);
        }
    }

    /// <summary>Every channel ever kept: what an old entry names is read back as it is, also after the channel was retired.</summary>
    public IReadOnlyList<Channel> Channels { get; }

    /// <summary>The activity of a target of the plan; null when it has no such target.</summary>
    public Activity? ActivityOf(Guid targetId) => targets.TryGetValue(targetId, out var found) ? found.Activity : null;

    /// <summary>What may be chosen in a column.</summary>
    /// <param name="field">Field of the column.</param>
    /// <param name="activities">The activities whose targets are offered.</param>
    public IReadOnlyList<string> Choices(string field, IEnumerable<Activity> activities) => field switch
    {
        "targetId" => [.. activities.SelectMany(a => a.TargetsOn(today).Where(t => t.ClosedOn is null || t.ClosedOn > today).Select(t => targets[t.Id].Choice))],
        "mode" => [.. Modes.Select(EntryWords.NameOf)],
        "channel" => [.. Channels.Where(c => c.IsActive).Select(c => c.Name)],
        "themes" => [.. plan.Text.Themes.Select(Choice)],
        "form" => [.. plan.Text.Forms.Select(Choice)],
        "supporting" or "memberId" => [.. agencies.Values.Where(a => a.ExistsOn(today)).OrderBy(a => a.LevelOn(today)).ThenBy(finder.LabelOf, VietnameseText.Order).Select(finder.LabelOf)],
        _ => [],
    };

    /// <summary>What the form shows of an entry.</summary>
    public string Show(string field, EntryContent content) => field switch
    {
        "targetId" => targets.TryGetValue(content.TargetId, out var target) ? target.Choice : "",
        "memberId" => content.MemberId is { } member ? NameOf(member) : "",
        "date" => content.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        "quantity" => VietnameseNumber.Show(content.Quantity),
        "title" => content.Title,
        "place" => content.Place ?? "",
        "mode" => content.Mode is { } mode ? EntryWords.NameOf(mode) : "",
        "peopleReached" => Show(content.PeopleReached),
        "attendances" => Show(content.Attendances),
        "cadenceSlot" => content.CadenceSlot ?? "",
        "supporting" => string.Join("; ", content.Supporting.Select(s => NameOf(s.AgencyId) + (s.Share is null ? "" : $": {s.Share}"))),
        "themes" => string.Join("; ", content.Themes.Select(n => Choice(plan.Text.Themes, n))),
        "form" => content.Form is { } form ? Choice(plan.Text.Forms, form) : "",
        "channel" => content.Channel is { } channel ? Channels.NameOf(channel) : "",
        "note" => content.Note ?? "",
        "noEvidenceReason" => content.NoEvidenceReason ?? "",
        _ => Show(SourceOf(field) is { } source ? content.Spent.FirstOrDefault(s => s.Source == source)?.Amount : null),
    };

    /// <summary>What a row says. What could not be read is an error of the reader's, and stands as nothing.</summary>
    /// <param name="reader">The row.</param>
    /// <param name="before">The entry as it stands; null for a new one.</param>
    public EntryContent Read(RowReader reader, EntryContent? before)
    {
        var target = Cell("targetId", c => c.TargetId, () => TargetOf(reader));
        var date = Cell("date", c => c.Date, () => Needed(reader.Day("date"), reader, "date", "cần ghi ngày thực hiện."));
        var quantity = Cell("quantity", c => c.Quantity, () => Needed(reader.Number("quantity"), reader, "quantity", "cần ghi số lượng."));
        var content = new EntryContent
        {
            TargetId = target,
            Date = date,
            Quantity = quantity,
            MemberId = Cell("memberId", c => c.MemberId, () => reader.Text("memberId") is { } name ? AgencyOf(reader, "memberId", name) : null),
            Title = Cell("title", c => c.Title, () => reader.Text("title")) ?? "",
            Place = Cell("place", c => c.Place, () => reader.Text("place")),
            Mode = Cell("mode", c => c.Mode, () => OneOf(reader, "mode", Modes, EntryWords.NameOf)),
            PeopleReached = Cell("peopleReached", c => c.PeopleReached, () => (int?)reader.Whole("peopleReached", MaxPeople)),
            Attendances = Cell("attendances", c => c.Attendances, () => (int?)reader.Whole("attendances", MaxPeople)),
            CadenceSlot = Cell("cadenceSlot", c => c.CadenceSlot, () => reader.Text("cadenceSlot")),
            Supporting = Cell("supporting", c => c.Supporting, () => Supporting(reader))!,
            Spent = [.. Enum.GetValues<FundingSource>().Select(Spent).OfType<Spending>()],
            Themes = Cell("themes", c => c.Themes, () => Numbers(reader, "themes"))!,
            Form = Cell("form", c => c.Form, () => Numbers(reader, "form") is [var one, ..] ? one : (int?)null),
            Channel = Cell("channel", c => c.Channel, () => OneOf(reader, "channel", [.. Channels.Select(c => c.Code)], Channels.NameOf)),
            Note = Cell("note", c => c.Note, () => reader.Text("note")),
            NoEvidenceReason = Cell("noEvidenceReason", c => c.NoEvidenceReason, () => reader.Text("noEvidenceReason")),
            CorrectsEntryId = before?.CorrectsEntryId,
            CorrectionReason = before?.CorrectionReason,
        };
        return EntryRules.Clean(content);

        T Cell<T>(string field, Func<EntryContent, T> stands, Func<T> read) =>
            before is not null && (!reader.Has(field) || SaysTheSame(reader, field, before)) ? stands(before) : read();

        Spending? Spent(FundingSource source)
        {
            var field = EntrySheet.SpentField(source);
            return Cell(field, c => c.Spent.FirstOrDefault(s => s.Source == source), () => reader.Whole(field, MaxAmount) is { } amount ? new(source, amount) : null);
        }
    }

    private bool SaysTheSame(RowReader reader, string field, EntryContent before) =>
        !reader.IsBroken(field) && (VietnameseText.Clean(Show(field, before)) ?? "").ReplaceLineEndings("\n") == (reader.Text(field) ?? "").ReplaceLineEndings("\n");

    private static T Needed<T>(T? value, RowReader reader, string field, string message)
        where T : struct
    {
        if (value is null && !reader.IsWrong(field))
            reader.Wrong(field, message);
        return value ?? default;
    }

    /// <summary>The target that a text names; null when it names none.</summary>
    public Guid? FindTarget(string text)
    {
        var folded = VietnameseText.IsClean(text) ? VietnameseText.Fold(text) : "";
        return byChoice.TryGetValue(folded, out var id) || byLabel.TryGetValue(Label().Match(folded).Groups[1].Value, out id) ? id : null;
    }

    private Guid TargetOf(RowReader reader)
    {
        if (reader.Text("targetId") is not { } text)
        {
            if (!reader.IsWrong("targetId"))
                reader.Wrong("targetId", "cần chọn chỉ tiêu.");
            return default;
        }
        if (FindTarget(text) is { } id)
            return id;
        reader.Wrong("targetId", "không có chỉ tiêu này trong kế hoạch. Chọn trong danh sách, hoặc ghi ký hiệu của dòng: 5, 13a.");
        return default;
    }

    private Guid? AgencyOf(RowReader reader, string field, string text)
    {
        if (!this.found.TryGetValue(text, out var known))
        {
            var fits = VietnameseText.IsClean(text) ? finder.Find(text) : [];
            known = this.found[text] = fits switch
            {
                [var one] => (one.Id, null),
                [] when VietnameseText.IsClean(text) && finder.FindEnded(text) is { } ended => (null, $"đơn vị “{text}” đã kết thúc hoạt động ngày {ended.ValidTo:dd/MM/yyyy}."),
                [] => (null, $"không có đơn vị “{(text.Length <= 60 ? text : text[..60] + "…")}”. Ghi tên đầy đủ hoặc tên ngắn như ở trang Đơn vị."),
                _ => (null, $"“{text}” chưa rõ đơn vị nào. Ghi rõ một trong: {string.Join("; ", fits.Select(finder.LabelOf).Order(VietnameseText.Order).Take(5))}."),
            };
        }
        if (known.Wrong is not null)
            reader.Wrong(field, known.Wrong);
        return known.Id;
    }

    private List<Contribution> Supporting(RowReader reader)
    {
        var parties = new List<Contribution>();
        foreach (var piece in (reader.Text("supporting") ?? "").Split([';', '\n']).Select(VietnameseText.Clean).OfType<string>())
        {
            var colon = piece.IndexOf(':');
            if (AgencyOf(reader, "supporting", (VietnameseText.Clean(colon < 0 ? piece : piece[..colon])) ?? "") is { } id)
                parties.Add(new(id, colon < 0 ? null : VietnameseText.Clean(piece[(colon + 1)..])));
        }
        return parties;
    }

    private static int[] Numbers(RowReader reader, string field)
    {
        var pieces = (reader.Text(field) ?? "").Split([';', '\n']).Select(VietnameseText.Clean).OfType<string>().ToList();
        var numbers = pieces.Select(p => ItemNumber().Match(p)).ToList();
        if (numbers.TrueForAll(m => m.Success) && (field != "form" || numbers.Count <= 1))
            return [.. numbers.Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];
        reader.Wrong(field, field == "form" ? "chọn một mục trong danh sách, hoặc ghi số của mục." : "chọn trong danh sách, hoặc ghi số của các mục cách nhau bằng dấu chấm phẩy: 1; 3.");
        return [];
    }

    private static T? OneOf<T>(RowReader reader, string field, IReadOnlyList<T> values, Func<T, string> nameOf)
    {
        if (reader.Text(field) is not { } text)
            return default;
        var folded = VietnameseText.IsClean(text) ? VietnameseText.Fold(text) : "";
        var fits = values.Where(v => VietnameseText.Fold(nameOf(v)) == folded).ToList();
        if (fits.Count == 0 && folded.Length >= 5)
            fits = [.. values.Where(v => VietnameseText.Fold(nameOf(v)).StartsWith(folded, StringComparison.Ordinal))];
        if (fits is [var one])
            return one;
        reader.Wrong(field, $"không có trong danh mục. Một trong: {string.Join("; ", values.Select(nameOf))}.");
        return default;
    }

    private static T? OneOf<T>(RowReader reader, string field, T[] values, Func<T, string> nameOf)
        where T : struct
    {
        var errors = reader.Errors.Count;
        var index = OneOf(reader, field, [.. values.Select((_, i) => (int?)i)], i => nameOf(values[i!.Value]));
        return reader.Errors.Count > errors || index is null ? null : values[index.Value];
    }

    private string NameOf(Guid id) => agencies.TryGetValue(id, out var agency) ? finder.LabelOf(agency) : "";

    private static string Show(long? number) => number is { } n ? VietnameseNumber.Show(n) : "";

    private static FundingSource? SourceOf(string field) =>
        Enum.GetValues<FundingSource>().Cast<FundingSource?>().FirstOrDefault(s => EntrySheet.SpentField(s!.Value) == field);

    private static string ChoiceOf(Activity activity, Target target) =>
        $"{target.Label}. {activity.ShortTitle}{(target.Part is { } part ? $": {part}" : "")}{(target.Unit.Length > 0 ? $" ({target.Unit})" : "")}";

    private static string Choice(PlanItem item) =>
        string.Create(CultureInfo.InvariantCulture, $"{item.Order}. {item.ShortText.Replace(';', ',').ReplaceLineEndings(" ")}");

    private static string Choice(IReadOnlyList<PlanItem> items, int number) =>
        items.FirstOrDefault(i => i.Order == number) is { } item ? Choice(item) : number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{1,3}[a-z]?)(?:\.|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^0*([0-9]{1,4})(?:\.|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex ItemNumber();
}
