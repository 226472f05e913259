using PlanTracker.Domain.Imports;

namespace PlanTracker.Domain.Tests.AgencyReports;

public sealed class ReportImportTests
{
    private static readonly string[] Headers = ["Mã", "Chỉ số", "Đơn vị tính", "Số liệu", "Ghi chú"];

    private readonly ReportDesk desk = new();

    [Fact]
    public async Task Figures_are_tried_then_put_in_and_the_same_file_again_changes_nothing()
    {
        var table = Table(["Leaflets", "", "", "15.000", "Đợt 2"], ["Posters", "", "", "", ""]);
        var (who, id) = (desk.Reporter(desk.AnCu), desk.Of(desk.AnCu).Id);

        var tried = (await desk.Import.Try(who, id, table, default)).Value!;
        Assert.Equal((15000m, 1), (tried.Changed.Single().New!.Value, tried.Unchanged));
        Assert.Empty(desk.Reports);
        var done = (await desk.Import.Apply(who, id, ExpectedVersion.Of(0), table, default)).Value!;
        Assert.Equal((15000m, "Đợt 2"), (done.Report!.Content.Own("Leaflets")!.Value, done.Report.Content.Note("Leaflets")));
        var again = (await desk.Import.Apply(who, id, ExpectedVersion.Any, table, default)).Value!;

        Assert.Empty(again.Changed);
        Assert.Equal((1, 1), (desk.Reports[0].Version, desk.History.Count));
    }

    [Fact]
    public async Task A_row_that_is_not_in_the_file_keeps_its_figure_and_the_words_stay()
    {
        await desk.Drafted(desk.AnCu, null, ("Posters", 4));

        var done = (await desk.Import.Apply(desk.Reporter(desk.AnCu), desk.Of(desk.AnCu).Id, ExpectedVersion.Any, Table(["Leaflets", "", "", "1", ""]), default)).Value!;

        Assert.Equal((4m, 1m, "Đã tổ chức tọa đàm."), (done.Report!.Content.Own("Posters"), done.Report.Content.Own("Leaflets"), done.Report.Content.Results));
    }

    [Fact]
    public async Task Every_error_is_named_by_its_cell_and_nothing_is_put_in()
    {
        var table = Table(["Leaflets", "", "", "1.5", ""], ["Posters", "", "", "-3", ""], ["KhôngCó", "", "", "1", ""], ["Leaflets", "", "", "2", ""], ["Contests", "", "", "1,5", ""]);

        var tried = (await desk.Import.Try(desk.Reporter(desk.AnCu), desk.Of(desk.AnCu).Id, table, default)).Value!;
        var applied = await desk.Import.Apply(desk.Reporter(desk.AnCu), desk.Of(desk.AnCu).Id, ExpectedVersion.Any, table, default);

        Assert.Equal(["D2", "D3", "A4", "A5", "D6"], tried.Errors.Select(e => e.Cell));
        Assert.Equal((RefusalKind.Unreadable, 5), (applied.Refusal!.Kind, applied.Refusal.Errors.Count));
        Assert.Empty(desk.Reports);
    }

    [Fact]
    public async Task Only_the_reporter_imports_and_only_into_an_open_report()
    {
        var id = desk.Of(desk.AnCu).Id;
        Assert.Equal(RefusalKind.NotAllowed, (await desk.Import.Demand(desk.Head(desk.AnCu), id, default))!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await desk.Import.Demand(desk.Coordinator, id, default))!.Kind);
        await desk.Submitted(desk.AnCu, null, ("Posters", 4));
        Assert.Equal(RefusalKind.Conflict, (await desk.Import.Demand(desk.Reporter(desk.AnCu), id, default))!.Kind);
    }

    [Fact]
    public async Task The_form_carries_what_stands_in_the_report_and_reads_back_unchanged()
    {
        await desk.Drafted(desk.AnCu, null, ("Leaflets", 15000));

        var form = (await desk.Import.Template(desk.Reporter(desk.AnCu), desk.Of(desk.AnCu).Id, default)).Value!;
        var table = new ImportTable([.. form.Columns.Select(c => c.Header)], [.. form.Rows.Select((r, i) => new ImportRow(i + 2, r))]);
        var tried = (await desk.Import.Try(desk.Reporter(desk.AnCu), desk.Of(desk.AnCu).Id, table, default)).Value!;

        Assert.Equal((16, 0, 0), (tried.Unchanged, tried.Changed.Count, tried.Errors.Count));
    }

    private static ImportTable Table(params string[][] rows) => new(Headers, [.. rows.Select((r, i) => new ImportRow(i + 2, r))]);
}
