using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Tests.Agencies;

public sealed class AgencyAdministrationTests
{
    private readonly City city = new();

    [Fact]
    public async Task A_new_ward_named_like_an_old_one_is_told_apart_by_day_and_parent()
    {
        await city.Apply(City.Order(SuccessionKind.Merge, new(2025, 7, 1), [city.TanAn], (city.ThoiBinh, 1)));
        var made = await Create(Ward("UBND phường Tân An") with { ParentId = city.CanTho.Id, ValidFrom = new(2025, 7, 1) });

        Assert.Equal([city.TanAn.Id], await Found("tan an", new(2024, 9, 10)));
        Assert.Equal([made.Value!.Id], await Found("tan an", new(2026, 1, 1)));
        Assert.Equal(2, (await Found("tan an", new(2026, 1, 1), includeEnded: true)).Count);
    }

    [Fact]
    public async Task The_town_and_the_commune_of_one_district_are_told_apart_by_their_kind()
    {
        var found = await city.Book.Reading.List(Given.Leader, new AgencyFilter(), new ListQuery(Search: "thanh an"), default);

        Assert.Equal(["thị trấn", "xã"], found.Value!.Items.Select(v => v.Kind).Order());
        Assert.All(found.Value.Items, v => Assert.Equal("UBND huyện Vĩnh Thạnh", v.Parent!.Name));
    }

    [Theory]
    [InlineData("an phu", "UBND phường An Phú")]
    [InlineData("AN PHÚ", "UBND phường An Phú")]
    [InlineData("phường an phú", "UBND phường An Phú")]
    [InlineData("thới", "UBND phường Thới Bình")]
    public async Task Search_begins_at_a_word_and_asks_for_no_marks(string words, string name) =>
        Assert.Equal([name], (await city.Book.Reading.List(Given.Leader, new(), new ListQuery(Search: words), default)).Value!.Items.Select(v => v.Name.Name));

    [Fact]
    public async Task Names_that_begin_with_the_words_come_first()
    {
        city.Ward("Phước An");
        city.Ward("An Phước");

        Assert.Equal(["UBND phường An Phước", "UBND phường Phước An"], (await city.Book.Reading.List(
            Given.Leader, new(), new ListQuery(Search: "phuoc"), default)).Value!.Items.Select(v => v.Name.Name).Order());
        var first = (await city.Book.Reading.List(Given.Leader, new(), new ListQuery(Search: "phuoc"), default)).Value!.Items[0];
        Assert.Equal("UBND phường Phước An", first.Name.Name);
    }

    [Fact]
    public async Task An_agency_is_found_by_its_old_name_which_is_shown()
    {
        await city.Apply(City.Order(SuccessionKind.Rename, new(2025, 1, 1), [city.Planning]) with { Name = new("Sở Phát triển", null, null) });

        var view = (await city.Book.Reading.List(Given.Leader, new(), new ListQuery(Search: "ke hoach va dau tu"), default)).Value!.Items.Single();

        Assert.Equal(("Sở Phát triển", "Sở Kế hoạch và Đầu tư"), (view.Name.Name, view.FoundBy!.Name));
    }

    [Fact]
    public async Task A_group_means_those_who_exist_on_the_day()
    {
        await city.Apply(city.ThreeWards());

        Assert.Equal((7, 4), (Members(new(2024, 10, 31)), Members(new(2024, 11, 1))));
        int Members(DateOnly day) => city.Book.Agencies.Values.MembersOn(AgencyGroup.Commune, day).Count();
    }

    [Fact]
    public async Task Two_of_one_name_under_one_parent_on_one_day_are_refused()
    {
        Assert.Equal(["name"], (await Create(Ward("UBND phường Tân An"))).Refusal!.Errors.Keys);
        Assert.Null((await Create(Ward("UBND phường Tân An") with { ParentId = city.VinhThanh.Id })).Refusal);
    }

    [Fact]
    public async Task A_parent_must_be_there_on_the_day()
    {
        await city.Apply(city.ThreeWards());

        Assert.Equal(["parentId"], (await Create(Ward("UBND phường Mới") with { ParentId = city.AnPhu.Id, ValidFrom = new(2025, 1, 1) })).Refusal!.Errors.Keys);
        Assert.Equal(["parentId"], (await Create(Ward("UBND phường Mới") with { ParentId = Guid.NewGuid() })).Refusal!.Errors.Keys);
        Assert.Equal(["parentId"], (await Create(Ward("UBND phường Mới") with { ParentId = null })).Refusal!.Errors.Keys);
    }

    [Fact]
    public async Task A_name_is_one_clean_line_and_all_that_is_wrong_is_said_at_once() => Assert.Equal(
        ["name", "shortName", "kind", "validFrom", "groups"], (await Create(new(
            "UBND\nphường", new string('x', 101), " ", AgencyLevel.Commune, city.NinhKieu.Id, new(3000, 1, 1), true,
            [AgencyGroup.Commune, AgencyGroup.Commune]))).Refusal!.Errors.Keys);

    [Fact]
    public async Task A_new_parent_makes_no_circle_no_gap_and_no_second_row_of_a_day()
    {
        Assert.Equal(["parent.parentId"], await Edited(city.NinhKieu, Parent(city.TanAn, new(2025, 1, 1))));
        Assert.Equal(["parent.parentId"], await Edited(city.TanAn, Parent(city.TanAn, new(2025, 1, 1))));
        Assert.Equal(["parent.parentId"], await Edited(city.TanAn, Parent(city.Ward("Mới", from: new(2025, 6, 1)), new(2025, 1, 1))));
        Assert.Empty(await Edited(city.TanAn, Parent(city.VinhThanh, new(2025, 1, 1))));
        Assert.Equal(["parent.from"], await Edited(city.TanAn, Parent(city.NinhKieu, new(2025, 1, 1))));
        Assert.Equal((city.NinhKieu.Id, city.VinhThanh.Id), (city.TanAn.ParentOn(new(2024, 12, 31)), city.TanAn.ParentOn(new(2025, 1, 1))));
    }

    [Fact]
    public async Task A_stale_version_changes_nothing_and_a_missing_one_is_asked_for()
    {
        Assert.Equal(RefusalKind.VersionMissing, (await Edit(city.TanAn, new("Tân An", null, null, null, null), ExpectedVersion.Missing)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Stale, (await Edit(city.TanAn, new("Tân An", null, null, null, null), ExpectedVersion.Of(7))).Refusal!.Kind);
        Assert.Equal("Tân An", (await Edit(city.TanAn, new("Tân An", null, null, null, null), ExpectedVersion.Of(1))).Value!.Names[0].ShortName);
    }

    [Fact]
    public async Task An_agency_with_data_is_not_deleted_and_one_without_is()
    {
        var made = (await Create(Ward("UBND phường Mới"))).Value!;

        Assert.Equal("agencies.has-data", (await city.Book.Administration.Delete(Given.Administrator, city.NinhKieu.Id, ExpectedVersion.Any, default)).Refusal!.Code);
        Assert.Null((await city.Book.Administration.Delete(Given.Administrator, made.Id, ExpectedVersion.Of(1), default)).Refusal);
        Assert.DoesNotContain(made.Id, city.Book.Agencies.Keys);
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Head)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Leader)]
    public async Task Only_the_administrator_keeps_the_list(Role role)
    {
        var actor = Given.Person("ai đó", city.Finance, role);

        Assert.Equal(RefusalKind.NotAllowed, (await city.Book.Administration.Create(actor, Ward("UBND phường Mới"), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await city.Book.Administration.Delete(actor, city.TanAn.Id, ExpectedVersion.Any, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await city.Book.Administration.Edit(
            actor, city.TanAn.Id, ExpectedVersion.Any, new AgencyEdit(null, true, null, null, null), default)).Refusal!.Kind);
    }

    private NewAgency Ward(string name) => new(name, null, "phường", AgencyLevel.Commune, city.NinhKieu.Id, null, true, [AgencyGroup.Commune]);

    private static AgencyEdit Parent(Agency parent, DateOnly from) => new(null, null, null, new(parent.Id, from), null);

    private Task<Result<Agency>> Create(NewAgency agency) => city.Book.Administration.Create(Given.Administrator, agency, default);

    private Task<Result<Agency>> Edit(Agency agency, AgencyEdit edit, ExpectedVersion version) =>
        city.Book.Administration.Edit(Given.Administrator, agency.Id, version, edit, default);

    private async Task<IEnumerable<string>> Edited(Agency agency, AgencyEdit edit) => (await Edit(agency, edit, ExpectedVersion.Any)).Refusal?.Errors.Keys ?? [];

    private async Task<List<Guid>> Found(string words, DateOnly day, bool includeEnded = false) =>
        [.. (await city.Book.Reading.List(Given.Leader, new(AsOf: day, IncludeEnded: includeEnded), new ListQuery(Search: words), default)).Value!.Items.Select(v => v.Agency.Id)];
}
