using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Work;

namespace PlanTracker.Domain.Tests.AgencyReports;

/// <summary>A district compiles its communes.</summary>
public sealed class CompilingTests
{
    private readonly ReportDesk desk = new();

    [Fact]
    public async Task Total_is_own_and_accepted_from_below_and_what_waits_stands_apart()
    {
        await desk.Accepted(desk.CaiKhe, null, ("Conferences", 2), ("Leaflets", 100));
        await desk.Submitted(desk.AnCu, null, ("Conferences", 5));

        var figure = Row(await desk.Drafted(desk.District, null, ("Conferences", 1)), "Conferences");

        Assert.Equal((1m, 2m, 5m, 3m), (figure.Own, figure.Children, figure.Waiting, figure.Total));
    }

    [Fact]
    public async Task It_goes_on_with_gaps_and_names_them()
    {
        await desk.Accepted(desk.CaiKhe, null, ("Conferences", 2));

        var sent = await desk.Submitted(desk.District, null, ("Conferences", 1));

        Assert.Equal((1, 2), (sent.Included, sent.Made.Children.Count));
        Assert.Equal("UBND phường An Cư", sent.Made.Children.Single(c => c.State is ChildState.Missing).Name);
    }

    [Fact]
    public async Task Compiling_twice_changes_nothing()
    {
        await desk.Accepted(desk.CaiKhe, null, ("Conferences", 2));
        await desk.Drafted(desk.District, null, ("Conferences", 1));
        var rows = desk.History.Count;

        var first = (await desk.Reading.Find(desk.Reporter(desk.District), desk.Of(desk.District).Id, default)).Value!;
        var second = await desk.Drafted(desk.District, null, ("Conferences", 1));

        Assert.Equal(first.Made.Figures, second.Made.Figures);
        Assert.Equal((first.Version, rows), (second.Version, desk.History.Count));
    }

    [Fact]
    public async Task A_child_returned_after_its_parent_was_accepted_leaves_the_frozen_figures_and_flags_the_parent()
    {
        await desk.Accepted(desk.CaiKhe, null, ("Conferences", 2));
        await desk.Accepted(desk.District, null, ("Conferences", 1));
        async Task<AgencyReportView> Parent() => (await desk.Reading.Find(desk.Coordinator, desk.Of(desk.District).Id, default)).Value!;
        Assert.Empty((await Parent()).ChangedBelow);

        ReportDesk.Good(await desk.Return(desk.CaiKhe));
        var flagged = await Parent();
        Assert.Equal((3m, "UBND phường Cái Khế"), (Row(flagged, "Conferences").Total!.Value, Assert.Single(flagged.ChangedBelow).Name));

        await desk.Accepted(desk.CaiKhe, null, ("Conferences", 6));
        Assert.Single((await Parent()).ChangedBelow);
        ReportDesk.Good(await desk.Return(desk.District));
        var corrected = ReportDesk.Good(await desk.Filing.Submit(desk.Head(desk.District), desk.Of(desk.District).Id, ExpectedVersion.Any, default));

        Assert.Equal(7m, Row(corrected, "Conferences").Total);
        Assert.Empty(corrected.ChangedBelow);
        Assert.Equal(["UBND phường Cái Khế"], corrected.Difference!.Children);
        Assert.Equal(3m, desk.Filed.First(s => s.ObligationId == desk.Of(desk.District).Id).Totals()["Conferences"]);
    }

    [Theory]
    [InlineData(0.6, 8)]
    [InlineData(0.4, 3)]
    public async Task The_year_of_an_heir_holds_what_the_ended_agency_reported_for_the_one_with_the_greatest_share(double share, int expected)
    {
        await desk.Accepted(desk.CaiKhe, desk.HalfYear, ("Conferences", 2));
        await desk.Accepted(desk.AnCu, desk.HalfYear, ("Conferences", 5));
        desk.Merged.Add(new()
        {
            Kind = SuccessionKind.Split, EffectiveOn = new(2024, 8, 1), From = [desk.AnCu.Id], Document = new("1/NQ", new(2024, 7, 1)), RecordedAt = default,
            RecordedBy = "x", To = [new(desk.CaiKhe.Id, (decimal)share), new(desk.Department.Id, 1 - (decimal)share)],
        });

        var made = await desk.Drafted(desk.CaiKhe, null, ("Conferences", 1));

        Assert.Equal((1m, (decimal)expected), (Row(made, "Conferences").Total, Row(made, "Conferences").YearToDate));
        Assert.Empty(made.Made.YearMissing);
    }

    [Fact]
    public async Task A_locked_period_says_so_and_offers_only_to_receive_what_was_sent_before()
    {
        await desk.Submitted(desk.Department, null, ("Conferences", 2));
        await desk.Drafted(desk.District, null, ("Conferences", 1));
        desk.Shelf.Issued["2024-Q3"] = (new() { PlanId = ReportDesk.PlanId, Code = "2024-Q3", To = desk.Quarter.To, State = ReportState.Issued }, "");

        var sent = (await desk.Reading.Find(desk.Coordinator, desk.Of(desk.Department).Id, default)).Value!;
        var begun = (await desk.Reading.Find(desk.Reporter(desk.District), desk.Of(desk.District).Id, default)).Value!;
        var head = (await desk.Reading.Find(desk.Head(desk.District), desk.Of(desk.District).Id, default)).Value!;

        Assert.Equal([ReportVerb.Accept, ReportVerb.Return], sent.Allowed.Order());
        Assert.Equal((desk.Quarter.To, 0, 0), (begun.LockedUntil!.Value, begun.Allowed.Count, head.Allowed.Count));
        desk.Shelf.Issued.Clear();
        Assert.Null((await desk.Reading.Find(desk.Reporter(desk.District), desk.Of(desk.District).Id, default)).Value!.LockedUntil);
    }

    [Fact]
    public async Task Reports_that_are_owed_and_those_that_wait_stand_in_the_work_lists_of_whom_they_concern()
    {
        await desk.Submitted(desk.Department, null, ("Conferences", 2));
        await desk.Submitted(desk.CaiKhe, null, ("Conferences", 1));
        ReportDesk.Good(await desk.Return(desk.CaiKhe));
        await desk.Submitted(desk.AnCu, null, ("Conferences", 1));
        var (owed, received) = (new OwedReportWork(desk.Obligations, desk, new(TimeProvider.System, new(2024, 9, 15))), new ReceivedReportWork(desk.Obligations));
        async Task<WorkItem[]> Of(IWorkKind kind, Actor actor) => [.. (await kind.List(actor, new(), default)).Items];

        var district = await Of(owed, desk.Reporter(desk.District));
        Assert.Equal([ObligationState.Overdue, ObligationState.NotYetDue], district.Select(i => i.ObligationState!.Value));
        Assert.Contains("chưa soạn", district[1].Note, StringComparison.Ordinal);
        var returned = (await Of(owed, desk.Head(desk.CaiKhe))).Single(i => i.ObligationState is ObligationState.Returned);
        Assert.Equal(("Cần rà lại số liệu", 0), (returned.Reason, returned.Acts.Count));
        Assert.Equal([desk.AnCu.Id], (await Of(received, desk.Reporter(desk.District))).Select(i => i.Agency!.Id));
        Assert.Equal([desk.Department.Id], (await Of(received, desk.Coordinator)).Select(i => i.Agency!.Id));
        Assert.Empty(await Of(received, desk.Head(desk.CaiKhe)));
    }

    [Fact]
    public async Task The_year_s_figure_adds_the_periods_that_do_not_overlap_and_names_what_is_missing()
    {
        var alone = await desk.Drafted(desk.Department, null, ("Conferences", 2));
        Assert.Equal((2m, "6 tháng"), (Row(alone, "Conferences").YearToDate!.Value, Assert.Single(alone.Made.YearMissing)));
        await desk.Submitted(desk.Department, desk.HalfYear, ("Conferences", 5));

        var both = (await desk.Reading.Find(desk.Reporter(desk.Department), desk.Of(desk.Department).Id, default)).Value!;

        Assert.Equal(7m, Row(both, "Conferences").YearToDate);
        Assert.Empty(both.Made.YearMissing);
    }

    [Fact]
    public async Task An_indicator_that_is_not_summed_over_agencies_takes_nothing_from_below()
    {
        var indicator = desk.Known.Single(i => i.Code == "Posters");
        indicator.Terms = indicator.Terms with { SumsOverAgencies = false };
        await desk.Accepted(desk.CaiKhe, null, ("Posters", 4));

        var figure = Row(await desk.Drafted(desk.District, null, ("Posters", 1)), "Posters");

        Assert.Equal((1m, null, 1m), (figure.Own!.Value, figure.Children, figure.Total!.Value));
    }

    [Fact]
    public async Task A_retired_indicator_stays_where_something_was_typed_and_takes_no_new_figure()
    {
        await desk.Drafted(desk.AnCu, null, ("Posters", 4));
        desk.Known.Single(i => i.Code == "Posters").Terms = desk.Known.Single(i => i.Code == "Posters").Terms with { IsActive = false };

        var kept = await desk.Drafted(desk.AnCu, null, ("Posters", 4), ("Leaflets", 1));
        Assert.Equal(4m, Row(kept, "Posters").Own);
        Assert.DoesNotContain((await desk.Drafted(desk.CaiKhe)).Made.Figures, f => f.Code == "Posters");
        var wrong = await desk.Filing.Save(desk.Reporter(desk.CaiKhe), desk.Of(desk.CaiKhe).Id, ExpectedVersion.Any, ReportDesk.Content(("Posters", 1)), default);
        Assert.Equal(["figures.Posters"], wrong.Refusal!.Errors.Keys);
    }

    [Fact]
    public async Task Before_the_first_saving_the_form_is_filled_in_from_the_sources_and_a_difference_is_shown()
    {
        desk.Sourced.AddRange([new("Leaflets", "entry", Guid.NewGuid(), "Tờ gấp", new(2024, 8, 1), 5000), new("Leaflets", "news", Guid.NewGuid(), "Tin", new(2024, 9, 1), 250)]);

        var fresh = (await desk.Reading.Find(desk.Reporter(desk.Department), desk.Of(desk.Department).Id, default)).Value!;
        Assert.Equal((0, 5250m, 5250m), (fresh.Version, Row(fresh, "Leaflets").Own!.Value, Row(fresh, "Leaflets").Prefilled!.Value));
        var typed = await desk.Drafted(desk.Department, null, ("Leaflets", 5000));

        Assert.True(Row(typed, "Leaflets").Differs);
        Assert.Contains(typed.Hints, h => h is { Kind: HintKind.DiffersFromResults, Code: "Leaflets" });
    }

    private static ReportFigure Row(AgencyReportView view, string code) => view.Made.Figures.Single(f => f.Code == code);
}
