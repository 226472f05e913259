using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>A row of entries as it was judged, with what would be written.</summary>
/// <param name="Row">What is shown of it.</param>
/// <param name="Before">The entry it is about; null for a new one.</param>
/// <param name="Content">What it says; null when that could not be read.</param>
/// <param name="Key">The key that a new entry keeps.</param>
internal sealed record JudgedEntry(ImportedRow Row, ProgressEntry? Before, EntryContent? Content, string? Key);

/// <summary>
/// Judges rows against the entries as they stand. First rows with a key of an entry that is there; then the others, which are the same as
/// entries that say the same, one to one, and new beyond that.
/// </summary>
internal sealed class EntryJudge(
    Actor actor, Plan plan, IReadOnlyDictionary<Guid, Agency> agencies, EntryCells cells, EntriesAsTheyStand stand, DateOnly today)
{
    private const int ReportEvery = 250;
    private const int WordsShown = 80;

    private readonly Dictionary<(Guid ActivityId, string? KeptChannel), EntryRules> rules = [];
    private readonly HashSet<Guid> taken = [];
    private readonly Dictionary<Guid, string> marks = [];
    private readonly Dictionary<string, int> firstNew = [];
    private readonly HashSet<string> keysGiven = [];

    private readonly IReadOnlyDictionary<Guid, ProgressEntry> byId = stand.Entries.Where(actor.CanSee).ToDictionary(e => e.Id);
    private readonly ILookup<string, ProgressEntry> byKey =
        stand.Entries.Where(e => e.ImportKey is not null && actor.CanSee(e)).OrderBy(e => e.Id).ToLookup(e => e.ImportKey!);

    /// <summary>All rows, in the order of the file.</summary>
    public IReadOnlyList<JudgedEntry> Judge(FormTable table, ImportProgress progress)
    {
        var judged = new JudgedEntry?[table.Rows.Count];
        var keys = new EntryKey?[table.Rows.Count];
        for (var i = 0; i < judged.Length; i++)
        {
            if (VietnameseText.Clean(table.Text(table.Rows[i], EntrySheet.Key)) is not { } text)
                continue;
            keys[i] = EntryKey.Parse(text);
            if (keys[i] is null)
                judged[i] = Bad(table, table.Rows[i], "Mã dòng (cột ẩn) không phải do hệ thống cấp. Xóa ô mã dòng nếu đây là dòng mới.");
        }
        var copies = Copies(table, keys, judged);
        for (var i = 0; i < judged.Length; i++)
        {
            if (judged[i] is null && keys[i] is { } key && !copies.Contains(i) && (Known(key) is not null || key.EntryId is not null))
                judged[i] = OfEntry(table, table.Rows[i], key, Known(key));
            if (i % ReportEvery == 0)
                progress(i, judged.Length * 2);
        }
        var same = SameByMark();
        for (var i = 0; i < judged.Length; i++)
        {
            judged[i] ??= New(table, table.Rows[i], copies.Contains(i) ? null : keys[i]?.Text, same);
            if (i % ReportEvery == 0)
                progress(judged.Length + i, judged.Length * 2);
        }
        return judged!;
    }

    private ProgressEntry? Known(EntryKey key) => key.EntryId is { } id ? byId.GetValueOrDefault(id) : byKey[key.Text].FirstOrDefault();

    /// <summary>
    /// Of several rows with one key, those that are not the row it was given to: the others are new rows. Where nobody can tell which is
    /// which, or two are alike in every cell, they are asked about.
    /// </summary>
    private HashSet<int> Copies(FormTable table, EntryKey?[] keys, JudgedEntry?[] judged)
    {
        var copies = new HashSet<int>();
        foreach (var group in keys.Index().Where(k => k.Item is not null).GroupBy(k => k.Item!.Text).Where(g => g.Count() > 1))
        {
            var entry = Known(group.First().Item!);
            var said = group.Select(k => (k.Index, Mark: MarkOf(table, table.Rows[k.Index], entry))).ToList();
            foreach (var twin in said.Where(s => s.Mark is not null).GroupBy(s => s.Mark).SelectMany(g => g.Skip(1).Select(s => (s.Index, First: g.First().Index))))
            {
                judged[twin.Index] = Bad(table, table.Rows[twin.Index],
                    $"chép y nguyên dòng {table.Rows[twin.First].Number}. Bỏ một dòng; nếu là hai kết quả, sửa cho khác nhau.");
            }
            var left = said.Where(s => judged[s.Index] is null).ToList();
            var original = entry is null ? left[0].Index
                : left.FindIndex(s => s.Mark == Mark(entry) || (s.Mark is not null && s.Mark == entry.ImportMark)) is >= 0 and var at ? left[at].Index : -1;
            foreach (var (index, _) in left.Where(s => s.Index != original))
            {
                if (original >= 0)
                    copies.Add(index);
                else if (left.Count > 1)
                    judged[index] = Bad(table, table.Rows[index], "nhiều dòng cùng một mã (chép từ một dòng rồi sửa), chưa rõ dòng nào là kết quả cũ. Tải lại mẫu, sửa dòng cũ; ghi kết quả mới ở dòng trống.");
            }
        }
        return copies;
    }

    private JudgedEntry OfEntry(FormTable table, ImportRow row, EntryKey key, ProgressEntry? entry)
    {
        if (entry is null || entry.PlanId != plan.Id)
            return Bad(table, row, "kết quả của dòng này không có trong kế hoạch, hoặc bạn không được xem. Xóa ô mã dòng (cột ẩn) nếu muốn nhập như dòng mới.");
        taken.Add(entry.Id);
        var reader = new RowReader(table, row);
        var content = cells.Read(reader, entry.Content);
        if (reader.Errors.Count > 0)
        {
            Check(reader, plan.Activities.First(a => a.Id == entry.ActivityId), content, entry.Content.Channel);
            return Done(table, reader, RowState.Wrong, entry, null, null);
        }
        var mark = EntryKey.MarkOf(content);
        if (mark == Mark(entry))
            return Done(table, reader, RowState.Unchanged, entry, content, null);
        if (mark == entry.ImportMark)
            return Done(table, reader, RowState.Unchanged, entry, content, "Đã được sửa trên hệ thống sau lần nhập trước; tệp không có gì mới.");
        if (actor.Demand(entry, EntryVerb.Edit) is { } notAllowed)
            reader.Wrong("targetId", notAllowed.Message);
        else if (entry.Content.CorrectsEntryId is not null)
            reader.Wrong("targetId", "đây là cập nhật điều chỉnh: hãy sửa ở trang của kết quả.");
        else if (!EntryVisibility.Fits(EntryVerb.Edit, entry.Status))
            return Done(table, reader, RowState.Conflict, entry, content, $"Kết quả đang ở trạng thái “{EntryWords.NameOf(entry.Status)}” nên không sửa được bằng tệp.");
        else if (key.EntryId is not null ? key.Version != entry.Version : entry.ImportMark != Mark(entry))
            return Done(table, reader, RowState.Conflict, entry, content, "Kết quả đã được người khác sửa sau khi tệp này được lập.");
        else
            Check(reader, plan.Activities.First(a => a.Id == entry.ActivityId), content, entry.Content.Channel);
        return Done(table, reader, reader.Errors.Count == 0 ? RowState.Changed : RowState.Wrong, entry, content, null);
    }

    private JudgedEntry New(FormTable table, ImportRow row, string? key, Dictionary<string, Queue<ProgressEntry>> same)
    {
        var reader = new RowReader(table, row);
        var content = cells.Read(reader, null);
        var activity = cells.ActivityOf(content.TargetId);
        if (activity is not null && !actor.MayLogFor(activity.LeadOn(today)))
            reader.Wrong("targetId", $"chỉ tiêu này do {agencies[activity.LeadOn(today)].NameOn(today).Name} chủ trì; chỉ cơ quan đó hoặc Sở Nội vụ được nhập.");
        if (activity is null || reader.Errors.Count > 0)
        {
            Check(reader, activity ?? plan.Activities[0], content, null);
            return Done(table, reader, RowState.Wrong, null, null, null);
        }
        var mark = EntryKey.MarkOf(content);
        if (same.TryGetValue(mark, out var queue) && queue.TryDequeue(out var equal))
            return Done(table, reader, RowState.Unchanged, equal, content, null);
        Check(reader, activity, content, null);
        if (reader.Errors.Count > 0)
            return Done(table, reader, RowState.Wrong, null, content, null);
        var alike = firstNew.TryGetValue(mark, out var first) ? $"Giống hệt dòng {first}; nếu chỉ là một kết quả, hãy bỏ một dòng." : null;
        firstNew.TryAdd(mark, row.Number);
        return Done(table, reader, RowState.New, null, content, alike) with { Key = key ?? TypedKey(mark) };
    }

    private string TypedKey(string mark)
    {
        for (var number = 1; ; number++)
        {
            if (EntryKey.Typed(mark, number) is var key && !byKey.Contains(key) && keysGiven.Add(key))
                return key;
        }
    }

    /// <summary>Entries that no key took, by what they say: those that such a row once made first, whatever became of them since.</summary>
    private Dictionary<string, Queue<ProgressEntry>> SameByMark()
    {
        var left = byId.Values.Where(e => e.PlanId == plan.Id && !taken.Contains(e.Id)).OrderBy(e => e.Id).ToList();
        var typed = left.Where(e => e.ImportKey is ['C', '-', ..] && e.ImportMark is not null);
        var equal = left.Where(e => e.Status is not EntryStatus.Withdrawn);
        return typed.Select(e => (Mark: e.ImportMark!, Entry: e)).Concat(equal.Select(e => (Mark: Mark(e), Entry: e)))
            .DistinctBy(p => p.Entry.Id).GroupBy(p => p.Mark).ToDictionary(g => g.Key, g => new Queue<ProgressEntry>(g.Select(p => p.Entry)));
    }

    /// <summary>The rules of the form, for what could be read: everything that is wrong is named at once.</summary>
    private void Check(RowReader reader, Activity activity, EntryContent content, string? keptChannel)
    {
        var unread = EntrySheet.Fields.Where(reader.IsWrong).ToHashSet();
        if (unread.Overlaps(["targetId", "date"]))
            unread.UnionWith(["targetId", "memberId", "quantity"]);
        if (!rules.TryGetValue((activity.Id, keptChannel), out var rule))
            rule = rules[(activity.Id, keptChannel)] = new EntryRules(plan, activity, today, agencies, cells.Channels.OpenCodes(keptChannel));
        foreach (var (field, messages) in rule.Check(content)?.Errors ?? new Dictionary<string, string[]>())
        {
            foreach (var message in messages.Where(_ => !unread.Contains(FieldOf(field))))
                reader.Wrong(FieldOf(field), message);
        }
        if (stand.LockedUntil is { } locked && content.Date <= locked && !unread.Contains("date"))
            reader.Wrong("date", $"số liệu đến hết ngày {locked:dd/MM/yyyy} đã ban hành báo cáo nên không ghi được vào ngày này.");
    }

    private static string FieldOf(string field) =>
        EntrySheet.Fields.Contains(field) ? field : field == "spent" ? EntrySheet.SpentField(Funding.FundingSource.CityReformBudget) : "title";

    private JudgedEntry Done(FormTable table, RowReader reader, RowState state, ProgressEntry? before, EntryContent? content, string? note)
    {
        var row = reader.Row;
        var differs = content is null || state is RowState.Unchanged ? [] : Differences(table, row, before?.Content, content);
        var notes = new[] { note, row.IsHidden ? "Dòng đang ẩn trong tệp." : null }.OfType<string>().ToList();
        return new(
            new(row.Number, state, What(table, row), differs, reader.Errors)
            {
                Note = notes.Count == 0 ? null : string.Join(" ", notes),
                Id = before?.Id,
                KeyToHandBack = state is RowState.Conflict && before is not null ? EntryKey.Of(before) : null,
            },
            before, content, null);
    }

    private JudgedEntry Bad(FormTable table, ImportRow row, string message)
    {
        var reader = new RowReader(table, row);
        reader.Wrong("title", message);
        return Done(table, reader, RowState.Wrong, null, null, null);
    }

    private List<CellDifference> Differences(FormTable table, ImportRow row, EntryContent? before, EntryContent content) =>
    [
        .. EntrySheet.Fields.Select(f => (Field: f, Old: before is null ? "" : cells.Show(f, before), New: cells.Show(f, content)))
            .Where(c => c.Old != c.New)
            .Select(c => new CellDifference(table.Address(row, c.Field), EntrySheet.HeaderOf(c.Field), Filled(c.Old), Filled(c.New))),
    ];

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    private static string What(FormTable table, ImportRow row)
    {
        var text = VietnameseText.Clean(table.Text(row, "title")) ?? VietnameseText.Clean(table.Text(row, "targetId")) ?? "(chưa có tên)";
        var shown = new string([.. text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '□' : c).Take(WordsShown)]);
        return text.Length > WordsShown ? shown + "…" : shown;
    }

    private string Mark(ProgressEntry entry) =>
        marks.TryGetValue(entry.Id, out var mark) ? mark : marks[entry.Id] = EntryKey.MarkOf(entry.Content);

    private string? MarkOf(FormTable table, ImportRow row, ProgressEntry? entry)
    {
        var reader = new RowReader(table, row);
        var content = cells.Read(reader, entry?.Content);
        return reader.Errors.Count > 0 ? null : EntryKey.MarkOf(content);
    }
}
