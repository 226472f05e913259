using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Tests.Funding;

/// <summary>Money from a workbook: nothing is recorded twice, nothing that is recorded changes, and every rule of the ledger holds.</summary>
public sealed class FundingImportTests
{
    private static readonly string[] Fields = ["key", "activityId", "source", "stage", "kind", "amount", "date", "document.number", "document.date", "note", "status", BadRows.Field];

    private readonly Plan plan = Given.Plan246();
    private readonly InMemory store;
    private readonly List<ImportRow> rows = [];
    private Guid last;

    public FundingImportTests()
    {
        store = new(plan, new(2024, 9, 10));
        Headers = [.. Template(Given.Coordinator).Columns.Select(c => c.Header), BadRows.Header];
    }

    private string[] Headers { get; }

    private ImportDesk Desk => new([new FundingImport(store, store, store, store.Clock)], store.Imports, store.Imports, store.Clock);

    [Fact]
    public async Task New_rows_are_recorded_in_the_order_of_their_days_whatever_their_order_in_the_file()
    {
        Row("13", "Xã hội hóa", "Giải ngân", amount: "4.000.000", date: "05/3/2024");
        Row("13. HĐ 13", "Xã hội hóa", "Dự toán", amount: "5.000.000", date: "01/2/2024");

        var outcome = (await Import(Given.ReporterOfSoVanHoa)).Value!;

        Assert.Equal(2, outcome.Counts.New);
        Assert.Equal([(FundingStage.Estimate, 5_000_000L, 1), (FundingStage.Disbursement, 4_000_000L, 2)], store.Money.Select(s => (s.Stage, s.Amount, s.Number)));
        Assert.Equal(2, store.History.Count(h => h is { Entity: "funding", Door: Door.Import }));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_with_and_without_keys()
    {
        Row("13", "Xã hội hóa", "Dự toán", amount: "5.000.000");
        Row("13", "Xã hội hóa", "Giải ngân", amount: "1.000.000", key: "");
        await Import(Given.ReporterOfSoVanHoa);

        var again = await Check(Given.ReporterOfSoVanHoa);

        Assert.Equal((0, 2), (again.Counts.New, again.Counts.Unchanged));
        Assert.Equal(2, store.Money.Count);
    }

    [Fact]
    public async Task The_template_sent_back_changes_nothing_and_a_changed_record_is_a_conflict()
    {
        Row("13", "Xã hội hóa", "Dự toán", amount: "5.000.000", note: "Tài trợ\ncủa ngân hàng");
        await Import(Given.ReporterOfSoVanHoa);
        UseTemplate(Given.ReporterOfSoVanHoa);
        Assert.Equal((1, 0), ((await Check(Given.ReporterOfSoVanHoa)).Counts.Unchanged, (await Check(Given.ReporterOfSoVanHoa)).Counts.Bad));

        Change(0, "amount", "6.000.000");
        var row = Assert.Single((await Check(Given.ReporterOfSoVanHoa)).Rows);

        Assert.Equal(RowState.Conflict, row.State);
        Assert.Equal(("5.000.000", "6.000.000"), (row.Cells.Single().Old, row.Cells.Single().New));
    }

    [Fact]
    public async Task A_copied_row_with_another_day_is_a_second_payment_and_an_exact_copy_is_asked_about()
    {
        Row("13", "Xã hội hóa", "Dự toán", amount: "5.000.000");
        Row("13", "Xã hội hóa", "Giải ngân", amount: "1.000.000");
        rows.Add(new(4, rows[1].Cells));
        Change(2, "date", "06/3/2024");
        rows.Add(new(5, rows[1].Cells));

        var outcome = await Check(Given.ReporterOfSoVanHoa);

        Assert.Equal([RowState.New, RowState.New, RowState.New, RowState.Wrong], outcome.Rows.Select(r => r.State));
        Assert.Contains("giống hệt dòng 3", outcome.Rows[3].Errors.Single().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.000.000,50")]
    [InlineData("0,5")]
    [InlineData("-5")]
    [InlineData("10.000.000.000.000.000.000")]
    [InlineData("1.000.000.000.000.000")]
    [InlineData("1.5")]
    [InlineData("năm triệu")]
    [InlineData("0")]
    [InlineData("")]
    public async Task An_amount_that_is_no_whole_dong_is_named_by_its_cell(string amount)
    {
        Row("13", "Xã hội hóa", "Dự toán", amount: amount);

        var row = Assert.Single((await Check(Given.ReporterOfSoVanHoa)).Rows);

        Assert.Equal(RowState.Wrong, row.State);
        Assert.Equal("F2", Assert.Single(row.Errors).Cell);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        Row("99", "Kho bạc", "Trả", amount: "x", date: "31/02/2024", kind: "Sửa", number: "1/TTr");

        var row = Assert.Single((await Check(Given.ReporterOfSoVanHoa)).Rows);

        Assert.Equal(["B2", "C2", "D2", "E2", "F2", "G2"], row.Errors.Select(e => e.Cell).Distinct().Order());
    }

    [Fact]
    public async Task The_rules_of_the_ledger_hold_for_a_file_too()
    {
        Row("13", "Kinh phí CCHC của thành phố", "Phê duyệt", amount: "1");
        Row("13", "Xã hội hóa", "Phê duyệt", amount: "1");
        Row("13", "Kinh phí thường xuyên của đơn vị", "Giải ngân", amount: "1");
        Row("1", "Kinh phí CCHC của thành phố", "Dự toán", amount: "1");
        Row("13", "Xã hội hóa", "Dự toán", amount: "1", date: "11/9/2024");
        Row("13", "Kinh phí thường xuyên của đơn vị", "Dự toán", amount: "1", number: "");

        var outcome = await Check(Given.ReporterOfSoVanHoa);

        Assert.All(outcome.Rows, r => Assert.Equal(RowState.Wrong, r.State));
        Assert.Equal(["D2", "D3", "D4", "D5", "G6", "H7"], outcome.Rows.Select(r => r.Errors[0].Cell));
        Assert.Contains("Sở Nội vụ", outcome.Rows[0].Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_dong_over_the_approved_sum_is_refused_by_the_sum_of_the_file()
    {
        foreach (var (who, stage) in new[]
        {
            (Given.ReporterOfSoVanHoa, FundingStage.Estimate), (Given.Coordinator, FundingStage.Consolidation),
            (Given.Person("tc", Given.NinhKieu, Role.Finance), FundingStage.Appraisal), (Given.Coordinator, FundingStage.Approval),
        })
        {
            Assert.Null((await store.Ledger.Record(who, plan.ActivityOf("13a").Id, FundingSource.CityReformBudget, stage, ExpectedVersion.Any,
                new FundingOrder(1_000_000, new(2024, 2, 1), new("1/QĐ", new(2024, 2, 1))), default)).Refusal);
        }
        Row("13", "Kinh phí CCHC của thành phố", "Giải ngân", amount: "600.000", date: "05/3/2024");
        Row("13", "Kinh phí CCHC của thành phố", "Giải ngân", amount: "400.001", date: "06/3/2024");

        Assert.Equal("funding.import-refused", (await Import(Given.ReporterOfSoVanHoa)).Refusal!.Code);
        Assert.Equal(4, store.Money.Count);
        var good = (await Import(Given.ReporterOfSoVanHoa, ImportMode.Good)).Value!;
        Assert.Equal((1, 1), (good.Counts.New, good.Counts.Wrong));
        Assert.Equal(600_000, store.Money[^1].Amount);
    }

    [Fact]
    public async Task Bad_rows_are_handed_back_with_what_is_wrong()
    {
        Row("13", "Xã hội hóa", "Dự toán", amount: "0,5");
        await Check(Given.ReporterOfSoVanHoa);

        var form = (await Desk.HandBack(Given.ReporterOfSoVanHoa, last, default)).Value!;

        Assert.Equal("0,5", Assert.Single(form.Rows)[5]);
        Assert.Contains("Ô F2 “0,5”", form.Rows[0][^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Head)]
    [InlineData(Role.Administrator)]
    public async Task Who_records_no_money_imports_none(Role role)
    {
        var other = Given.Person("khác", Given.SoVanHoa, role);

        Assert.Equal(RefusalKind.NotAllowed, (await Desk.Take(other, FundingImport.Kind, plan.Id, "a.xlsx", new byte[1], default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await new FundingTemplate(store, store, store.Clock).Make(other, plan.Id, default)).Refusal!.Kind);
    }

    private void Row(
        string activity, string source, string stage, string amount, string date = "05/3/2024", string kind = "", string number = "1/TTr", string note = "", string? key = null) =>
        rows.Add(new(rows.Count + 2,
            [key ?? Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture), activity, source, stage, kind, amount, date, number, "01/02/2024", note, "", ""]));

    private void Change(int row, string field, string text)
    {
        string[] cells = [.. rows[row].Cells];
        cells[Array.IndexOf(Fields, field)] = text;
        rows[row] = rows[row] with { Cells = cells };
    }

    private ImportTemplate Template(Actor actor) => new FundingTemplate(store, store, store.Clock).Make(actor, plan.Id, default).Result.Value!;

    private void UseTemplate(Actor actor)
    {
        rows.Clear();
        rows.AddRange(Template(actor).Rows.Select((r, i) => new ImportRow(i + 2, [.. r, .. Enumerable.Repeat("", Headers.Length - r.Count)])));
    }

    private async Task<ImportOutcome> Check(Actor actor)
    {
        store.Imports.Table = new(Headers, rows) { Sheet = "Kinh phí" };
        last = (await Desk.Take(actor, FundingImport.Kind, plan.Id, "kinh-phi.xlsx", new byte[1], default)).Value!.Id;
        return (await Desk.Check(actor, last, null, default)).Value!;
    }

    private async Task<Result<ImportOutcome>> Import(Actor actor, ImportMode mode = ImportMode.All)
    {
        await Check(actor);
        return (await Desk.Decide(actor, last, mode, default)).Refused(out var refusal, out _) ? refusal : await Desk.Apply(actor, last, mode, null, default);
    }
}
