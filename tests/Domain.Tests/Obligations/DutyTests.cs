using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Obligations;

/// <summary>Duties to supply content by cadence: who owes for which cut-off, and when at the earliest it may be due.</summary>
public sealed class DutyTests
{
    private static readonly DateOnly Aug = new(2024, 8, 14), Sep = new(2024, 9, 14), Today = new(2024, 9, 10);
    private static readonly Agency Justice = Given.Agency("Phòng Tư pháp", AgencyLevel.Department);
    private static readonly Agency Finance = Given.Agency("Phòng Tài chính", AgencyLevel.Department);
    private static readonly Agency Culture = Given.Agency("Phòng Văn hóa", AgencyLevel.Department);

    [Fact]
    public void A_change_of_who_owes_holds_from_its_day_on_and_leaves_earlier_periods_as_they_were()
    {
        var duty = Monthly(Justice);

        duty.Give([Finance.Id], Today);

        Assert.Equal([Justice.Id], duty.OwersOn(Aug));
        Assert.Equal([Finance.Id], duty.OwersOn(Sep));
        duty.Give([Justice.Id], Today);
        Assert.Equal([Justice.Id, Justice.Id], [.. duty.OwersOn(Aug), .. duty.OwersOn(Sep)]);
        Assert.DoesNotContain(duty.Owers, o => o.AgencyId == Finance.Id);
    }

    [Fact]
    public void An_ended_duty_is_owed_for_cut_offs_before_its_end_only()
    {
        var duty = Monthly(Justice, Finance);
        duty.End = new DutyEnd(Sep, "Sở Nội vụ", default, "Hết đợt");

        Assert.Equal([Justice.Id, Finance.Id], duty.OwersOn(Sep.AddDays(-1)));
        Assert.Empty(duty.OwersOn(Sep));
    }

    [Fact]
    public void Who_took_over_an_agency_owes_and_receives_in_its_place_once()
    {
        var duty = Monthly(Justice, Finance);
        Succession[] successions =
        [
            new() { Kind = SuccessionKind.Merge, EffectiveOn = Today, From = [Justice.Id], To = [new(Finance.Id, 1)], Document = new("1/QĐ", Today), RecordedAt = default, RecordedBy = "x" },
        ];

        var owed = ObligationSchedule.Of(Month(Sep), new(Given.Plan246(), All(), null), [duty], successions).Where(w => w.DutyId == duty.Id).ToList();

        Assert.Equal([(Finance.Id, Culture.Id, new DateOnly(2024, 9, 19))], owed.Select(w => (w.AgencyId, w.ReceiverId, w.DueOn)));
    }

    [Theory]
    [InlineData("2024-06-14", 2, true)]
    [InlineData("2024-06-14", 3, false)]
    [InlineData("2024-12-31", 1, false)]
    [InlineData("2024-02-29", 1, false)]
    [InlineData("2024-09-14", 1, true)]
    public void A_due_day_leaves_one_working_day_after_every_cut_off_to_come(string cutOff, int days, bool isRefused)
    {
        var input = new DutyInput(DutyKind.Content, [PeriodKind.Month], "Tin, bài", [Justice.Id], Culture.Id, days);
        var period = Month(DateOnly.Parse(cutOff, System.Globalization.CultureInfo.InvariantCulture));

        var refusal = DutyRules.Check(input, true, All(), [period], Today, new WorkingDays([]));

        Assert.Equal(isRefused ? ["dueAfterDays"] : [], refusal?.Errors.Keys.ToArray() ?? []);
    }

    [Fact]
    public void Everything_wrong_is_named_at_once()
    {
        var input = new DutyInput((DutyKind)9, [], " ", [Culture.Id], Culture.Id, 61);

        var refusal = DutyRules.Check(input with { Title = null }, true, All(), [], Today, new WorkingDays([]));

        Assert.Equal(["agencyIds", "dueAfterDays", "kind", "periodKinds", "title"], refusal!.Errors.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_due_day_that_is_not_worked_is_warned_of()
    {
        var duty = Monthly(Justice);
        duty.DueAfterDays = 7;

        Assert.Contains("Thứ Bảy", Assert.Single(DutyRules.Warnings(duty, [Month(Sep), Month(Aug)], Today, new WorkingDays([]))), StringComparison.Ordinal);
        duty.DueAfterDays = 6;
        Assert.Empty(DutyRules.Warnings(duty, [Month(Sep)], Today, new WorkingDays([])));
    }

    private static Dictionary<Guid, Agency> All() => new() { [Justice.Id] = Justice, [Finance.Id] = Finance, [Culture.Id] = Culture };

    private static ReportingDuty Monthly(params Agency[] owers) => new()
    {
        PlanId = Guid.CreateVersion7(), Kind = DutyKind.Content, Title = "Cung cấp tin, bài", ReceiverId = Culture.Id, DueAfterDays = 5,
        PeriodKinds = [PeriodKind.Month], Owers = [.. owers.Select(o => new DutyOwer(o.Id))],
    };

    private static ReportingPeriod Month(DateOnly to) => new()
    {
        PlanId = Guid.CreateVersion7(), Regime = "THÁNG", Code = "2024-T", Name = "Tháng", From = to.AddMonths(-1).AddDays(1), To = to, Kind = PeriodKind.Month,
    };
}
