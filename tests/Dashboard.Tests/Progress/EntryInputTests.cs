using PlanTracker.Dashboard.Progress;
using PlanTracker.Domain;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Dashboard.Tests.Progress;

public sealed class EntryInputTests
{
    [Theory]
    [InlineData("15.000", 15000)]
    [InlineData("01", 1)]
    [InlineData("1,5", 1.5)]
    public void Numbers_are_read_as_vietnamese_offices_write_them(string typed, double expected) =>
        Assert.Equal((decimal)expected, Read(Samples.Complete(("quantity", typed))).Value!.Quantity);

    [Theory]
    [InlineData("1.5")]
    [InlineData("15.00")]
    [InlineData("một nghìn")]
    public void What_can_be_read_two_ways_is_refused_naming_the_field_and_what_was_typed(string typed)
    {
        var refusal = Read(Samples.Complete(("quantity", typed))).Refusal;

        Assert.Equal(RefusalKind.Invalid, refusal?.Kind);
        Assert.Equal(["quantity"], refusal!.Errors.Keys);
        Assert.Contains(typed, refusal.Errors["quantity"][0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("06/09/2024")]
    [InlineData("6/9/2024")]
    [InlineData("2024-09-06")]
    public void Both_forms_of_a_day_are_read(string typed) =>
        Assert.Equal(new DateOnly(2024, 9, 6), Read(Samples.Complete(("date", typed))).Value!.Date);

    [Fact]
    public void All_fields_that_cannot_be_read_are_named_at_once()
    {
        var input = Samples.Form(("date", "31/02/2024"), ("peopleReached", "1,5"), ("spentUnitBudget", "1,5"), ("supportingShare1", "in tờ rơi"), ("documentDate", "06/09/2024"), ("url", "javascript:alert(1)"));

        Assert.Equal(
            ["date", "number", "peopleReached", "quantity", "spent", "supporting", "targetId", "title", "url"],
            Read(input).Refusal!.Errors.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_negative_quantity_needs_the_entry_it_corrects_and_a_reason()
    {
        var correcting = ("correctsEntryId", Guid.CreateVersion7().ToString());

        Assert.Equal(["quantity"], Read(Samples.Complete(("quantity", "-200"))).Refusal!.Errors.Keys);
        Assert.Equal(["correctionReason"], Read(Samples.Complete(("quantity", "-200"), correcting)).Refusal!.Errors.Keys);
        Assert.Equal(-200, Read(Samples.Complete(("quantity", "-200"), correcting, ("correctionReason", "Đếm nhầm"))).Value!.Quantity);
    }

    [Fact]
    public void Sending_asks_for_evidence_or_a_reason_and_for_the_mode_of_starred_rows()
    {
        Assert.Equal(["mode", "noEvidenceReason"], Read(Samples.Complete(), sending: true).Refusal!.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Null(Read(Samples.Complete(("mode", "InPerson"), ("noEvidenceReason", "Đang chờ biên bản")), sending: true).Refusal);
        Assert.Null(Read(Samples.Complete(("mode", "Online"), ("url", "https://cantho.gov.vn/tin")), sending: true).Refusal);
    }

    [Fact]
    public void Rows_boxes_and_sources_are_read()
    {
        var content = Read(Samples.Complete(
            ("themes", "1"), ("themes", "2"), ("spentSocialised", "15.000.000"), ("supportingAgency3", Samples.Other.Id.ToString()), ("supportingShare3", "Đăng bài"))).Value!;

        Assert.Equal([1, 2], content.Themes);
        Assert.Equal([new Spending(FundingSource.Socialised, 15_000_000)], content.Spent);
        Assert.Equal([new Contribution(Samples.Other.Id, "Đăng bài")], content.Supporting);
    }

    [Fact]
    public void An_entry_shown_for_change_reads_back_as_it_was()
    {
        var entry = Samples.View(EntryStatus.Draft).Entry;
        entry.Content = entry.Content with
        {
            Quantity = 15000.5m,
            Mode = DeliveryMode.Hybrid,
            PeopleReached = 1200,
            Form = 3,
            Channel = "Zalo",
            Spent = [new(FundingSource.UnitBudget, 2_000_000)],
            Supporting = [.. Enumerable.Range(0, 7).Select(i => new Contribution(Guid.CreateVersion7(), $"Việc {i}"))],
        };

        Assert.Equivalent(entry.Content, new EntryInputReader(EntryInput.Of(entry), Samples.Today).Read(false, false, true).Value, strict: true);
    }

    private static Result<EntryContent> Read(EntryInput input, bool sending = false) =>
        new EntryInputReader(input, Samples.Today).Read(sending, hasEvidence: false, modeAsked: true);
}
