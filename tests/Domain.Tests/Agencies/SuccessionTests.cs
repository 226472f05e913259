using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using static PlanTracker.Domain.Tests.Agencies.City;

namespace PlanTracker.Domain.Tests.Agencies;

/// <summary>Real reorganisations, as they were.</summary>
public sealed class SuccessionTests
{
    private static readonly DateOnly March = new(2025, 3, 1);
    private readonly City city = new();

    [Fact]
    public async Task Three_wards_end_on_31_October_and_Thoi_Binh_goes_on()
    {
        var person = city.Book.Person(city.AnPhu);
        var succession = await city.Apply(city.ThreeWards());

        Assert.Equal([new(2024, 10, 31), new(2024, 10, 31), new(2024, 10, 31), null], new[] { city.AnPhu, city.AnNghiep, city.AnCu, city.ThoiBinh }.Select(a => a.ValidTo));
        Assert.Equal((city.AnPhu.Id, city.ThoiBinh.Id), (city.Book.AgencyOf(person, new(2024, 10, 31)), city.Book.AgencyOf(person, new(2024, 11, 1))));
        Assert.Equal([new("leads", 0), new("users", 1), new("children", 0)], succession.Moved);
        Assert.Equal(3, city.Book.Recorded.PredecessorsOf(city.ThoiBinh.Id, new(2024, 11, 1)).Count);
        Assert.Empty(city.Book.Recorded.PredecessorsOf(city.ThoiBinh.Id, new(2024, 10, 31)));
    }

    [Fact]
    public async Task Who_is_put_into_an_ended_agency_later_works_for_its_heir()
    {
        await city.Apply(city.ThreeWards());
        await city.Apply(Order(SuccessionKind.Merge, new(2025, 7, 1), [city.ThoiBinh], (city.TanAn, 1)));

        Assert.Equal([city.AnPhu.Id, city.ThoiBinh.Id, city.TanAn.Id], new DateOnly[] { new(2024, 10, 31), new(2024, 11, 1), new(2025, 7, 1) }
            .Select(day => city.Book.Recorded.HeirOf(city.AnPhu.Id, day)));
        Assert.Equal(4, city.Book.Recorded.PredecessorsOf(city.TanAn.Id, new(2025, 7, 1)).Count);
    }

    [Fact]
    public async Task History_tells_of_the_succession_of_each_agency_and_of_each_thing_moved_by_the_document()
    {
        city.Book.Person(city.AnCu);
        await city.Apply(city.ThreeWards());

        Assert.Equal(
            [("account", "move", 1), ("agency", "succession", 4), ("succession", "record", 1)],
            city.Book.History.GroupBy(c => (c.Entity, c.What)).Select(g => (g.Key.Entity, g.Key.What, g.Count())).Order());
        Assert.All(city.Book.History, c => Assert.Equal((Door.Succession, "1192/NQ-UBTVQH15 ngày 28/09/2024"), (c.Door, c.Reason)));
    }

    [Fact]
    public async Task A_preview_counts_and_changes_nothing()
    {
        city.Book.Person(city.AnPhu);

        var preview = (await city.Book.Planning.Preview(Given.Administrator, city.ThreeWards(), default)).Value!;

        Assert.Equal([("leads", 0), ("users", 1), ("children", 0)], preview.Areas.Select(a => (a.Area, a.Count)));
        Assert.Empty(city.Book.History);
    }

    [Fact]
    public async Task So_Tai_chinh_leads_from_1_March_and_reports_of_before_name_the_old_lead()
    {
        var plan = Given.Plan246();
        plan.Activities[10] = Led(plan.Activities[10], city.Planning);
        city.Book.Plans.Add(plan);
        var row11 = plan.Activities[10];

        await city.Apply(Order(SuccessionKind.Merge, March, [city.Planning], (city.Finance, 1)));

        Assert.Equal((city.Planning.Id, city.Finance.Id), (row11.LeadOn(new(2024, 12, 31)), row11.LeadOn(March)));
        Assert.Equal("Sở Kế hoạch và Đầu tư", city.Planning.NameOn(new(2024, 12, 31)).Name);
    }

    [Fact]
    public async Task A_plan_closed_by_its_last_report_keeps_its_leads()
    {
        var plan = Given.Plan246();
        plan.Activities[10] = Led(plan.Activities[10], city.Planning);
        city.Book.Plans.Add(plan);
        city.Book.Locked = plan.To;

        await city.Apply(Order(SuccessionKind.Merge, March, [city.Planning], (city.Finance, 1)));

        Assert.Empty(plan.Activities[10].Leads);
    }

    [Fact]
    public async Task A_split_by_function_takes_the_lead_chosen_and_else_the_greatest_share_first_named_first()
    {
        var plan = Given.Plan246(2025);
        foreach (var index in new[] { 2, 3, 4 })
            plan.Activities[index] = Led(plan.Activities[index], city.Information);
        city.Book.Plans.Add(plan);
        var order = Order(SuccessionKind.Split, March, [city.Information], (city.Science, 0.5m), (city.Culture, 0.5m));

        await city.Apply(order with { Choices = Choose("leads", (plan.Activities[3].Id, city.Culture)) });

        Assert.Equal([city.Science.Id, city.Culture.Id, city.Science.Id], new[] { 2, 3, 4 }.Select(i => plan.Activities[i].LeadOn(March)));
    }

    [Fact]
    public async Task Districts_end_on_30_June_and_their_communes_hang_under_the_city()
    {
        var order = Order(SuccessionKind.Dissolve, new(2025, 7, 1), [city.NinhKieu, city.VinhThanh]);
        var communes = city.Book.Agencies.Values.Where(a => a.Level is AgencyLevel.Commune).ToList();

        Assert.Equal(["children"], await city.Refused(order));
        await city.Apply(order with { Choices = Choose("children", [.. communes.Select(c => (c.Id, city.CanTho))]) });

        Assert.All(communes, c => Assert.Equal(city.CanTho.Id, c.ParentOn(new(2025, 7, 1))));
        Assert.Equal(city.NinhKieu.Id, city.TanAn.ParentOn(new(2025, 6, 30)));
        Assert.False(city.NinhKieu.ExistsOn(new(2025, 7, 1)));
    }

    [Fact]
    public async Task A_dissolved_agency_with_people_or_unfinished_work_needs_heirs_for_them()
    {
        var plan = Given.Plan246(2025);
        plan.Activities[0] = Led(plan.Activities[0], city.Information);
        city.Book.Plans.Add(plan);
        var person = city.Book.Person(city.Information);
        var order = Order(SuccessionKind.Dissolve, March, [city.Information]);

        Assert.Equal(["leads", "users"], await city.Refused(order));
        await city.Apply(order with
        {
            Choices = new Dictionary<string, IReadOnlyList<Assignment>>
            {
                ["leads"] = [new(plan.Activities[0].Id, city.Science.Id)], ["users"] = [new(person, city.Culture.Id)],
            },
        });

        Assert.Equal((city.Science.Id, city.Culture.Id), (plan.Activities[0].LeadOn(March), city.Book.AgencyOf(person, March)));
    }

    [Fact]
    public async Task An_agency_that_is_split_and_goes_on_keeps_what_is_not_given_away()
    {
        var (kept, given) = (city.Book.Person(city.Information), city.Book.Person(city.Information));
        var order = Order(SuccessionKind.Split, March, [city.Information], (city.Information, 0.3m), (city.Culture, 0.7m));

        var succession = await city.Apply(order with { Choices = Choose("users", (given, city.Culture)) });

        Assert.Equal((city.Information.Id, city.Culture.Id), (city.Book.AgencyOf(kept, March), city.Book.AgencyOf(given, March)));
        Assert.Null(city.Information.ValidTo);
        Assert.Equal(1, succession.Moved.Single(m => m.Area == "users").Count);
    }

    [Fact]
    public async Task A_rename_keeps_the_agency_and_dates_the_name_and_kind()
    {
        var order = Order(SuccessionKind.Rename, new(2025, 7, 1), [city.CommuneOfThanhAn]) with { Name = new("UBND phường Thạnh An", null, "phường") };

        await city.Apply(order);

        Assert.Equal(("UBND xã Thạnh An", "xã"), (city.CommuneOfThanhAn.NameOn(new(2025, 6, 30)).Name, city.CommuneOfThanhAn.KindOn(new(2025, 6, 30))));
        Assert.Equal(("UBND phường Thạnh An", "phường"), (city.CommuneOfThanhAn.NameOn(new(2025, 7, 1)).Name, city.CommuneOfThanhAn.KindOn(new(2025, 7, 1))));
        Assert.Null(city.CommuneOfThanhAn.ValidTo);
    }

    [Fact]
    public async Task An_heir_may_be_made_for_the_day()
    {
        var heir = city.Ward("Ninh Kiều", city.CanTho, new(2025, 7, 1));

        await city.Apply(Order(SuccessionKind.Merge, new(2025, 7, 1), [city.TanAn, city.ThoiBinh], (heir, 1)));

        Assert.Equal(new DateOnly(2025, 6, 30), city.TanAn.ValidTo);
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Head)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Leader)]
    public async Task Only_the_administrator_plans_and_records(Role role)
    {
        var actor = Given.Person("ai đó", city.Finance, role);

        Assert.Equal(RefusalKind.NotAllowed, (await city.Book.Planning.Preview(actor, city.ThreeWards(), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await city.Book.Planning.Apply(actor, city.ThreeWards(), default)).Refusal!.Kind);
    }

    private static Domain.Activities.Activity Led(Domain.Activities.Activity row, Agency lead) => new()
    {
        PlanId = row.PlanId, Order = row.Order, Title = row.Title, ShortTitle = row.ShortTitle, QuantityWording = "", SupportingWording = "",
        Time = "", DueOn = row.DueOn, LeadAgencyId = lead.Id,
    };
}
