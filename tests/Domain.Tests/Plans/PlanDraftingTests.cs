using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Tests.Plans;

public sealed class PlanDraftingTests
{
    private static readonly PlanHead Head =
        new(null, null, "Kế hoạch tuyên truyền năm 2024", Given.SoNoiVu.Id, 2024, new(2024, 1, 1), new(2024, 12, 31));

    private readonly InMemory memory = new(Given.Plan246(), new(2024, 9, 10));

    private CancellationToken Cancel { get; } = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Head)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Leader)]
    public async Task Only_the_coordinator_drafts_and_for_others_a_draft_is_not_there(Role role)
    {
        var other = Given.Person("khác", Given.SoNoiVu, role);
        var draft = await Drafted();

        Assert.Equal(RefusalKind.NotAllowed, (await memory.Drafting.Create(other, Head, Cancel)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await memory.DraftReading.Find(other, draft.Id, Cancel)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await memory.Drafting.Edit(other, draft.Id, ExpectedVersion.Any, Head, Cancel)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await memory.Drafting.Issue(other, draft.Id, ExpectedVersion.Any, Cancel)).Refusal!.Kind);
        Assert.Empty(await memory.DraftReading.All(other, Cancel));
    }

    [Fact]
    public async Task A_head_names_all_its_wrong_fields_at_once()
    {
        var wrong = Head with
        {
            Title = " ",
            IssuerAgencyId = Guid.NewGuid(),
            Year = 2023,
            IssuedOn = new(2024, 9, 11),
            Number = new('1', 101),
            ParentPlanId = null,
        };

        var refusal = (await memory.Drafting.Create(Given.Coordinator, wrong, Cancel)).Refusal!;

        Assert.Equal(["issuedOn", "issuerAgencyId", "number", "title", "year"], refusal.Errors.Keys.Order());
    }

    [Fact]
    public async Task An_issued_plan_is_changed_by_amendments_only()
    {
        var issued = (await memory.Drafting.Edit(Given.Coordinator, (await Plan246()).Id, ExpectedVersion.Any, Head, Cancel)).Refusal!;
        var byOther = (await memory.Drafting.Edit(Given.Leader, (await Plan246()).Id, ExpectedVersion.Any, Head, Cancel)).Refusal!;

        Assert.Equal(("plans.issued", RefusalKind.Conflict), (issued.Code, issued.Kind));
        Assert.Equal(RefusalKind.NotAllowed, byOther.Kind);
    }

    [Fact]
    public async Task A_change_needs_the_version_it_is_based_on()
    {
        var draft = await Drafted();
        await memory.Drafting.AddRow(Given.Coordinator, draft.Id, ExpectedVersion.Of(1), Row("Tọa đàm", "03 cuộc"), Cancel);

        Assert.Equal(RefusalKind.Stale, (await memory.Drafting.Edit(Given.Coordinator, draft.Id, ExpectedVersion.Of(1), Head, Cancel)).Refusal!.Kind);
        Assert.Equal(RefusalKind.VersionMissing, (await memory.Drafting.Edit(Given.Coordinator, draft.Id, ExpectedVersion.Missing, Head, Cancel)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_row_says_what_is_still_to_be_decided_and_a_person_says_how_it_is_read()
    {
        var draft = await Drafted();
        var row = Row("Tọa đàm", "02-03 cuộc") with { LeadWording = "Sở Lạ", Time = "Khi có yêu cầu" };

        var open = (await memory.Drafting.AddRow(Given.Coordinator, draft.Id, ExpectedVersion.Any, row, Cancel)).Value!.Rows[0];
        var decided = (await memory.Drafting.EditRow(Given.Coordinator, draft.Id, open.Row.Id, ExpectedVersion.Any,
            row with { ReadAs = "tối thiểu 02 cuộc", LeadAgencyId = Given.SoVanHoa.Id, DueOn = new(2024, 11, 30) }, Cancel)).Value!.Rows[0];

        Assert.Equal(["Số lượng", "Chủ trì", "Thời hạn"], open.ToDecide.Select(d => d.Split(':')[0]));
        Assert.Empty(decided.ToDecide);
        Assert.Equal("02-03 cuộc", decided.Row.QuantityWording);
        Assert.Equal((2, Comparison.AtLeast), (decided.Quantity.Targets[0].Value, decided.Quantity.Targets[0].Comparison));
    }

    [Fact]
    public async Task A_reading_that_is_not_understood_and_a_due_date_outside_the_plan_are_refused()
    {
        var draft = await Drafted();

        var refusal = (await memory.Drafting.AddRow(Given.Coordinator, draft.Id, ExpectedVersion.Any,
            Row("", "03 cuộc") with { ReadAs = "vài cuộc", DueOn = new(2025, 1, 1), LeadAgencyId = Guid.NewGuid() }, Cancel)).Refusal!;

        Assert.Equal(["dueOn", "leadAgencyId", "readAs", "title"], refusal.Errors.Keys.Order());
    }

    [Fact]
    public async Task Issuing_needs_number_date_and_rows_that_are_decided()
    {
        var draft = await Drafted();

        var empty = (await memory.Drafting.Issue(Given.Coordinator, draft.Id, ExpectedVersion.Any, Cancel)).Refusal!;
        await memory.Drafting.AddRow(Given.Coordinator, draft.Id, ExpectedVersion.Any, Row("Tọa đàm", "1.5 cuộc"), Cancel);
        await memory.Drafting.Edit(Given.Coordinator, draft.Id, ExpectedVersion.Any, Head with { Number = "9/KH", IssuedOn = new(2024, 1, 5) }, Cancel);
        var open = (await memory.Drafting.Issue(Given.Coordinator, draft.Id, ExpectedVersion.Any, Cancel)).Refusal!;

        Assert.Equal("Chưa ban hành được: Chưa có số, ký hiệu. Chưa có ngày ban hành. Chưa có dòng nào trong bảng hoạt động.", empty.Message);
        Assert.Equal(("plans.not-ready", "Chưa ban hành được: Còn 1 dòng cần quyết định: 1."), (open.Code, open.Message));
    }

    [Fact]
    public async Task An_issued_draft_becomes_a_plan_with_its_targets_and_a_row_of_history()
    {
        var draft = await Drafted();
        foreach (var row in new[] { Row("Tranh cổ động", "02 tranh (phát hành 4.000 tờ)"), Row("Tin bài", "tối thiểu 02 tin/tháng"), Row("Trang mạng xã hội", "") })
            await memory.Drafting.AddRow(Given.Coordinator, draft.Id, ExpectedVersion.Any, row, Cancel);
        await memory.Drafting.Edit(Given.Coordinator, draft.Id, ExpectedVersion.Any, Head with { Number = "9/KH", IssuedOn = new(2024, 1, 5) }, Cancel);

        var plan = (await memory.Drafting.Issue(Given.Coordinator, draft.Id, ExpectedVersion.Of(5), Cancel)).Value!;

        Assert.Same(plan, Assert.Single(memory.Issued));
        Assert.Empty(memory.Drafts);
        Assert.Equal((draft.Id, PlanStatus.Issued), (plan.Id, plan.Status));
        Assert.Equal(
            ["1a 2 tranh", "1b 4000 tờ", "2 24 tin", "3  "],
            plan.Activities.SelectMany(a => a.Targets).Select(t => $"{t.Label} {t.Versions[0].Value} {t.Unit}"));
        Assert.All(plan.Activities, a => Assert.Equal((Given.SoNoiVu.Id, plan.To), (a.LeadAgencyId, a.DueOn)));
        Assert.Equal("9/KH", plan.Target("2").Versions[0].Document!.Number);
        Assert.Equal(["draft", "add-row", "add-row", "add-row", "edit", "issue"], memory.History.Select(h => h.What));
    }

    [Fact]
    public async Task A_number_that_the_issuer_gave_this_year_is_not_given_again()
    {
        var draft = await Drafted();
        await memory.Drafting.AddRow(Given.Coordinator, draft.Id, ExpectedVersion.Any, Row("Tọa đàm", "03 cuộc"), Cancel);
        await memory.Drafting.Edit(Given.Coordinator, draft.Id, ExpectedVersion.Any, Head with { Number = "246/kh-ubnd", IssuedOn = new(2023, 12, 20) }, Cancel);

        Assert.Equal("plans.number-taken", (await memory.Drafting.Issue(Given.Coordinator, draft.Id, ExpectedVersion.Any, Cancel)).Refusal!.Code);
    }

    [Fact]
    public async Task An_import_takes_all_rows_or_none_and_names_the_wrong_ones()
    {
        var draft = await Drafted();

        var refused = await memory.Drafting.Import(Given.Coordinator, draft.Id, ExpectedVersion.Any, new List<DraftRow> { Row("A", "01 cuộc"), Row("", "x") }, false, Cancel);
        var taken = await memory.Drafting.Import(Given.Coordinator, draft.Id, ExpectedVersion.Any, new List<DraftRow> { Row("A", "01 cuộc"), Row("B", "x") }, false, Cancel);
        var replaced = await memory.Drafting.Import(Given.Coordinator, draft.Id, ExpectedVersion.Any, new List<DraftRow> { Row("C", "01 cuộc") }, true, Cancel);

        Assert.Equal(["rows[1].title"], refused.Refusal!.Errors.Keys);
        Assert.Equal(["A", "B"], taken.Value!.Rows.Select(r => r.Row.Title));
        Assert.Equal(["C"], replaced.Value!.Rows.Select(r => r.Row.Title));
    }

    private static DraftRow Row(string title, string quantity) =>
        new(Guid.CreateVersion7(), title, null, quantity, null, null, "Sở Nội vụ", "UBND quận, huyện", "Trong năm 2024", null, false);

    private async Task<PlanDraft> Drafted() => (await memory.Drafting.Create(Given.Coordinator, Head, Cancel)).Value!.Draft;

    private async Task<Plan> Plan246() => (await ((IPlanLibrary)memory).List(null, new ListQuery(), Cancel)).Items[0];
}
