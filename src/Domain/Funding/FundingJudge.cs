using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Funding;

/// <summary>A row of money, judged.</summary>
/// <param name="Row">What the import says of it.</param>
/// <param name="Content">What it says; null when it could not be read.</param>
/// <param name="Id">The id its record gets; null to make one.</param>
internal sealed record JudgedMoney(ImportedRow Row, FundingContent? Content, Guid? Id);

/// <summary>
/// Judges the rows of a workbook of money. Records are never changed, so a row is the record it names or says the same as, or it is new; two
/// new rows that say the same are asked about, because paying twice is the worst mistake a file can make. New rows are tried on the plan's
/// money in the order of their days and stages, whatever their order in the file.
/// </summary>
internal sealed class FundingJudge(Actor actor, Plan plan, FundingAsItStands stand, DateOnly today)
{
    private readonly FundingCells cells = new(plan);
    private readonly HashSet<Guid> claimed = [];
    private readonly Dictionary<Guid, FundingStep> known = stand.Steps.ToDictionary(s => s.Id);

    /// <summary>All rows, in the order of the file.</summary>
    public IReadOnlyList<JudgedMoney> Judge(FormTable table)
    {
        var rows = table.Rows.Select(r => new Reading(new RowReader(table, r), KeyOf(table, r))).ToList();
        foreach (var row in rows)
            row.Content = cells.Read(row.Reader);
        foreach (var same in rows.Where(r => r.Key is not null).GroupBy(r => r.Key!.Value))
            Named(same.Key, [.. same]);
        foreach (var row in rows.Where(r => r is { State: null, Content: not null }))
            AlreadyThere(row);
        Twice(rows);
        Try(rows);
        return [.. rows.Select(r => new JudgedMoney(Shown(r, table), r.Content, r.State is null ? r.Key : r.Step?.Id))];
    }

    // Of rows with one key, the one that says what the record says is the record; the others are copies that a person made in the file.
    private void Named(Guid key, List<Reading> rows)
    {
        if (stand.Elsewhere.Contains(key))
        {
            foreach (var row in rows)
                row.Reader.Wrong(FundingSheet.Key, "mã dòng này thuộc kế hoạch khác. Chép nội dung sang một dòng trống của mẫu rồi gửi lại.");
            return;
        }
        if (!known.TryGetValue(key, out var step))
        {
            foreach (var copy in rows.Skip(1))
                copy.Key = null;
            return;
        }
        var original = rows.Find(r => r.Content == FundingContent.Of(step));
        foreach (var row in rows)
        {
            if (row == original)
                Claim(row, step);
            else if (original is not null)
                row.Key = null;
            else if (row.Content is not null)
                (row.State, row.Step, row.Note) = (RowState.Conflict, step, "Bản ghi đã có không sửa bằng tệp được. Để nguyên dòng này như cũ và ghi một dòng bổ sung hoặc cắt giảm, kèm lý do.");
        }
    }

    private void AlreadyThere(Reading row)
    {
        if (stand.Steps.FirstOrDefault(s => !claimed.Contains(s.Id) && FundingContent.Of(s) == row.Content) is { } step)
            Claim(row, step);
    }

    private void Claim(Reading row, FundingStep step)
    {
        claimed.Add(step.Id);
        (row.State, row.Step) = (RowState.Unchanged, step);
    }

    private static void Twice(IEnumerable<Reading> rows)
    {
        foreach (var same in rows.Where(r => r is { State: null, Content: not null }).GroupBy(r => r.Content))
        {
            var first = same.First().Reader.Row.Number;
            foreach (var copy in same.Skip(1))
                copy.Reader.Wrong("amount", $"dòng này giống hệt dòng {first}. Nếu là hai lần khác nhau thì ghi rõ ở số văn bản hoặc ghi chú; nếu chép thừa thì xóa.");
        }
    }

    private void Try(IEnumerable<Reading> rows)
    {
        var money = stand.Steps.ToList();
        foreach (var row in rows.Where(r => r is { State: null, Content: not null, IsWrong: false })
            .OrderBy(r => r.Content!.Order.Date).ThenBy(r => r.Content!.Stage).ThenBy(r => r.Reader.Row.Number))
        {
            var content = row.Content!;
            foreach (var (field, message) in WhatIsWrong(content, money))
                row.Reader.Wrong(field, message);
            if (!row.IsWrong)
                money.Add(FundingLedger.StepOf(actor, plan.Id, content, 0, default));
        }
    }

    private IEnumerable<(string Field, string Message)> WhatIsWrong(FundingContent content, List<FundingStep> money)
    {
        var (activity, source, stage, order) = (plan.Activities.First(a => a.Id == content.ActivityId), content.Source, content.Stage, content.Order);
        if (!FundingStages.Of(source).Contains(stage))
            return [("stage", $"nguồn này không có bước {FundingRules.Lowered(FundingWords.NameOf(stage))}.")];
        if (!FundingLedger.May(actor, activity, stage, today))
            return [("stage", $"bước này do {FundingWords.WhoRecords(stage)} ghi.")];
        if (FundingRules.Check(order, stage, plan.IssuedOn, today) is { } invalid)
            return invalid.Errors.SelectMany(e => e.Value.Select(m => (e.Key, m)));
        var line = new FundingLine(source, [.. money.Where(s => s.ActivityId == content.ActivityId && s.Source == source)]);
        return FundingRules.CheckState(line, stage, order) is { } forbidden
            ? [(forbidden.Code is "funding.out-of-order" or "funding.recorded" ? "stage" : "amount", forbidden.Message)] : [];
    }

    private ImportedRow Shown(Reading row, FormTable table)
    {
        var source = row.Reader.Row;
        var state = row.IsWrong ? RowState.Wrong : row.State ?? RowState.New;
        var before = state is RowState.Conflict ? FundingContent.Of(row.Step!) : null;
        var differ = row.Content is null || state is RowState.Unchanged or RowState.Wrong ? []
            : FundingSheet.Fields.Select(f => (Field: f, Old: before is null ? null : Said(f, before), New: Said(f, row.Content))).Where(c => c.Old != c.New)
                .Select(c => new CellDifference(table.Address(source, c.Field), FundingSheet.HeaderOf(c.Field), c.Old, c.New)).ToList();
        return new(source.Number, state, row.Content is { } content ? cells.Say(content) : "Chưa đọc được", differ, row.Reader.Errors)
        {
            Note = row.Note ?? (source.IsHidden ? "Dòng này bị ẩn trong tệp." : null),
            Id = row.Content?.ActivityId,
        };

        string? Said(string field, FundingContent of) => VietnameseText.Clean(cells.Show(field, of));
    }

    private static Guid? KeyOf(FormTable table, ImportRow row) =>
        Guid.TryParseExact(VietnameseText.Clean(table.Text(row, FundingSheet.Key)), "N", out var key) && key != Guid.Empty ? key : null;

    private sealed class Reading(RowReader reader, Guid? key)
    {
        public RowReader Reader => reader;
        public Guid? Key { get; set; } = key;
        public FundingContent? Content { get; set; }
        public RowState? State { get; set; }
        public FundingStep? Step { get; set; }
        public string? Note { get; set; }
        public bool IsWrong => Reader.Errors.Count > 0;
    }
}
