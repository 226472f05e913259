using PlanTracker.Domain.Access;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Domain.Tests.AgencyReports;

public sealed class FilingTests
{
    private readonly ReportDesk desk = new();

    [Fact]
    public async Task The_reporter_drafts_the_head_submits_and_the_level_above_accepts()
    {
        var view = await desk.Accepted(desk.CaiKhe, null, ("Conferences", 2));

        Assert.Equal((AgencyReportStatus.Accepted, ObligationState.Accepted), (view.Status, view.Obligation.StateOn(new(2024, 9, 15))));
        Assert.Equal(["draft", "submit", "accept"], desk.History.Select(h => h.What));
        Assert.Equal(Timeliness.OnTime, view.Obligation.TimelinessOn(new(2024, 9, 30)));
    }

    [Fact]
    public async Task Nobody_approves_what_they_drafted_even_with_both_roles()
    {
        var both = desk.Person(desk.CaiKhe, Role.Reporter, Role.Head);
        var id = desk.Of(desk.CaiKhe).Id;
        ReportDesk.Good(await desk.Filing.Save(both, id, ExpectedVersion.Any, ReportDesk.Content(("Conferences", 1)), default));

        Assert.Equal((RefusalKind.NotAllowed, "reports.own-draft"), Said(await desk.Filing.Submit(both, id, ExpectedVersion.Any, default)));
        ReportDesk.Good(await desk.Filing.Submit(desk.Head(desk.CaiKhe), id, ExpectedVersion.Any, default));
    }

    [Fact]
    public async Task A_head_does_not_edit_a_reporter_does_not_submit_and_neither_does_another_agency()
    {
        await desk.Drafted(desk.CaiKhe, null, ("Conferences", 1));
        var id = desk.Of(desk.CaiKhe).Id;

        Assert.Equal("reports.not-reporter", (await desk.Filing.Save(desk.Head(desk.CaiKhe), id, ExpectedVersion.Any, ReportDesk.Content(), default)).Refusal!.Code);
        Assert.Equal("reports.not-head", (await desk.Filing.Submit(desk.Reporter(desk.CaiKhe), id, ExpectedVersion.Any, default)).Refusal!.Code);
        foreach (var stranger in new[] { desk.Reporter(desk.AnCu), desk.Reporter(desk.District), desk.Coordinator, Given.Leader })
            Assert.Equal(RefusalKind.NotFound, (await desk.Filing.Save(stranger, id, ExpectedVersion.Any, ReportDesk.Content(), default)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_district_receives_its_communes_and_Sở_Nội_vụ_everybody_else()
    {
        await desk.Submitted(desk.CaiKhe, null, ("Conferences", 1));
        await desk.Submitted(desk.Department, null, ("Conferences", 1));
        var (commune, department) = (desk.Of(desk.CaiKhe).Id, desk.Of(desk.Department).Id);

        Assert.Equal("reports.not-receiver", (await desk.Filing.Accept(desk.Coordinator, commune, ExpectedVersion.Any, default)).Refusal!.Code);
        Assert.Equal("reports.not-receiver", (await desk.Filing.Accept(desk.Head(desk.CaiKhe), commune, ExpectedVersion.Any, default)).Refusal!.Code);
        Assert.Equal(RefusalKind.NotFound, (await desk.Filing.Accept(desk.Reporter(desk.SoNoiVu), department, ExpectedVersion.Any, default)).Refusal!.Kind);
        ReportDesk.Good(await desk.Filing.Accept(desk.Head(desk.District), commune, ExpectedVersion.Any, default));
        ReportDesk.Good(await desk.Filing.Accept(desk.Coordinator, department, ExpectedVersion.Any, default));
    }

    [Fact]
    public async Task Draft_and_returned_are_the_agency_s_alone_submitted_its_receiver_s_too_accepted_everybody_s()
    {
        var id = desk.Of(desk.CaiKhe).Id;
        async Task<string> Seen() => string.Concat(
            await Task.WhenAll(new[] { desk.Head(desk.CaiKhe), desk.Reporter(desk.District), desk.Coordinator, desk.Reporter(desk.AnCu), Given.Leader }
                .Select(async a => (await desk.Reading.Find(a, id, default)).Refusal is null ? 'x' : '-')));

        await desk.Drafted(desk.CaiKhe, null, ("Conferences", 1));
        Assert.Equal("x----", await Seen());
        ReportDesk.Good(await desk.Filing.Submit(desk.Head(desk.CaiKhe), id, ExpectedVersion.Any, default));
        Assert.Equal("xxx--", await Seen());
        ReportDesk.Good(await desk.Filing.Accept(desk.Reporter(desk.District), id, ExpectedVersion.Any, default));
        Assert.Equal("xxxxx", await Seen());
        ReportDesk.Good(await desk.Return(desk.CaiKhe));
        Assert.Equal("x----", await Seen());
    }

    [Fact]
    public async Task A_return_names_parts_and_indicators_and_the_first_day_of_sending_stays()
    {
        await desk.Submitted(desk.CaiKhe, null, ("Conferences", 1));
        var first = desk.Of(desk.CaiKhe).FirstSubmittedAt;

        Assert.Equal(["fields"], (await desk.Return(desk.CaiKhe, "agencyId")).Refusal!.Errors.Keys);
        var returned = ReportDesk.Good(await desk.Return(desk.CaiKhe, "figures.Conferences", "results"));
        Assert.Equal(["figures.Conferences", "results"], returned.Report!.Last(ReportStepKind.Return)!.Fields);
        var again = await desk.Submitted(desk.CaiKhe, null, ("Conferences", 3));

        Assert.Equal(first, again.Obligation.FirstSubmittedAt);
        Assert.NotNull(again.Obligation.CorrectedAt);
        Assert.Equal((1m, 3m), again.Difference!.Figures.Select(f => (f.OldOwn!.Value, f.NewOwn!.Value)).Single());
        Assert.Equal([1, 2], again.Submissions.Select(s => s.Number));
    }

    [Fact]
    public async Task What_was_submitted_stays_as_it_was_when_an_indicator_or_the_report_changes()
    {
        var view = await desk.Submitted(desk.CaiKhe, null, ("Conferences", 1), ("Leaflets", 50));
        var frozen = System.Text.Json.JsonSerializer.Serialize(desk.Filed[0]);

        await desk.Return(desk.CaiKhe);
        var terms = desk.Known.Single(i => i.Code == "Leaflets");
        await desk.Indicators.Edit(desk.Coordinator, "Leaflets", ExpectedVersion.Any, terms.Terms with { Name = "Tên khác", IsActive = false }, default);
        await desk.Drafted(desk.CaiKhe, null, ("Conferences", 9), ("Leaflets", 50));

        Assert.Equal(frozen, System.Text.Json.JsonSerializer.Serialize(desk.Filed[0]));
        Assert.Equal(1, desk.Filed[0].Number);
        Assert.Single(view.Submissions);
    }

    [Theory]
    [InlineData("submit")]
    [InlineData("accept")]
    [InlineData("save")]
    public async Task What_is_submitted_is_not_submitted_saved_or_accepted_twice(string verb)
    {
        await desk.Accepted(desk.CaiKhe, null, ("Conferences", 1));
        var id = desk.Of(desk.CaiKhe).Id;

        var again = verb switch
        {
            "submit" => await desk.Filing.Submit(desk.Head(desk.CaiKhe), id, ExpectedVersion.Any, default),
            "accept" => await desk.Filing.Accept(desk.Reporter(desk.District), id, ExpectedVersion.Any, default),
            _ => await desk.Filing.Save(desk.Reporter(desk.CaiKhe), id, ExpectedVersion.Any, ReportDesk.Content(), default),
        };

        Assert.Equal((RefusalKind.Conflict, "reports.wrong-state"), Said(again));
        Assert.Single(desk.Filed);
    }

    [Fact]
    public async Task A_locked_period_takes_no_draft_no_submission_and_gives_nothing_back_but_what_waits_may_be_accepted()
    {
        await desk.Submitted(desk.CaiKhe, null, ("Conferences", 1));
        await desk.Drafted(desk.AnCu, null, ("Conferences", 1));
        desk.Locked = desk.Quarter.To;
        var (sent, draft) = (desk.Of(desk.CaiKhe).Id, desk.Of(desk.AnCu).Id);

        Assert.Equal("reports.period-locked", (await desk.Filing.Save(desk.Reporter(desk.AnCu), draft, ExpectedVersion.Any, ReportDesk.Content(("Conferences", 2)), default)).Refusal!.Code);
        Assert.Equal("reports.period-locked", (await desk.Filing.Submit(desk.Head(desk.AnCu), draft, ExpectedVersion.Any, default)).Refusal!.Code);
        ReportDesk.Good(await desk.Filing.Accept(desk.Reporter(desk.District), sent, ExpectedVersion.Any, default));
        Assert.Equal("reports.period-locked", (await desk.Return(desk.CaiKhe)).Refusal!.Code);
    }

    [Fact]
    public async Task A_waived_obligation_takes_no_report()
    {
        await desk.Drafted(desk.AnCu, null, ("Conferences", 1));
        desk.Of(desk.AnCu).Waive(new("Trần Thị Minh", DateTime.UnixEpoch, "Miễn"));

        Assert.Equal("obligations.waived", (await desk.Filing.Submit(desk.Head(desk.AnCu), desk.Of(desk.AnCu).Id, ExpectedVersion.Any, default)).Refusal!.Code);
    }

    [Fact]
    public async Task Refusals_come_in_their_order()
    {
        await desk.Drafted(desk.AnCu, null, ("Conferences", 1));
        var id = desk.Of(desk.AnCu).Id;
        Task<Result<AgencyReportView>> Save(ExpectedVersion version, decimal value) =>
            desk.Filing.Save(desk.Reporter(desk.AnCu), id, version, ReportDesk.Content(("Conferences", value)), default);

        Assert.Equal(RefusalKind.Invalid, (await Save(ExpectedVersion.Missing, -1)).Refusal!.Kind);
        Assert.Equal(RefusalKind.VersionMissing, (await Save(ExpectedVersion.Missing, 2)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Stale, (await Save(ExpectedVersion.Of(7), 2)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await desk.Filing.Submit(desk.Head(desk.AnCu), Guid.NewGuid(), ExpectedVersion.Missing, default)).Refusal!.Kind);
    }

    [Fact]
    public async Task The_same_content_again_changes_nothing()
    {
        var first = await desk.Drafted(desk.AnCu, null, ("Conferences", 1));

        var second = await desk.Drafted(desk.AnCu, null, ("Conferences", 1));

        Assert.Equal((first.Version, 1), (second.Version, desk.History.Count));
    }

    [Fact]
    public async Task Nothing_to_report_needs_a_reason_and_no_figures_and_counts_as_sent()
    {
        var id = desk.Of(desk.AnCu).Id;
        Task<Result<AgencyReportView>> Save(ReportContent content) => desk.Filing.Save(desk.Reporter(desk.AnCu), id, ExpectedVersion.Any, content, default);
        var nothing = new ReportContent { NothingToReport = true, NothingReason = "Dời sang tháng 10" };

        Assert.Equal(["nothingReason"], (await Save(nothing with { NothingReason = " " })).Refusal!.Errors.Keys);
        Assert.Equal(["nothingToReport"], (await Save(nothing with { Figures = [new("Conferences", 1)] })).Refusal!.Errors.Keys);
        ReportDesk.Good(await Save(nothing));
        var sent = ReportDesk.Good(await desk.Filing.Submit(desk.Head(desk.AnCu), id, ExpectedVersion.Any, default));

        Assert.True(sent.Obligation.NothingToReport);
        Assert.All(sent.Made.Figures, f => Assert.Null(f.Own));
    }

    [Fact]
    public async Task An_empty_report_and_one_that_was_never_drafted_are_not_submitted()
    {
        var id = desk.Of(desk.AnCu).Id;
        Assert.Equal("reports.not-drafted", (await desk.Filing.Submit(desk.Head(desk.AnCu), id, ExpectedVersion.Any, default)).Refusal!.Code);
        await desk.Filing.Save(desk.Reporter(desk.AnCu), id, ExpectedVersion.Any, new ReportContent(), default);

        Assert.Equal(RefusalKind.Invalid, (await desk.Filing.Submit(desk.Head(desk.AnCu), id, ExpectedVersion.Any, default)).Refusal!.Kind);
    }

    private static (RefusalKind, string) Said(Result<AgencyReportView> result) => (result.Refusal!.Kind, result.Refusal.Code);
}
