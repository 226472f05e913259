using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Storage.Seed;

/// <summary>
/// The sending of reports in the sample year: Quý I and 6 tháng came in, most in time, some late, a few not at all or let off; Quý III and Năm
/// are open on the day the story ends. Also a district of another province, whose divisions supply content every month.
/// </summary>
internal sealed class DemoSending(PlanDb db, SeedIds ids, SeedAgencies agencies, IReadOnlyList<Succession> successions)
{
    private static readonly Dictionary<(string Period, string Agency), string> Waived = new()
    {
        [("2024-Q1", "ban-dan-toc")] = "Đơn vị đã lồng ghép báo cáo Quý I vào báo cáo của Văn phòng UBND thành phố theo thống nhất tại cuộc họp ngày 08/3/2024.",
        [("2024-H1", "truong-chinh-tri")] = "Thay đổi lãnh đạo phụ trách, đã báo cáo trực tiếp tại hội nghị sơ kết 6 tháng.",
        [("2024-H1", "vinh-thanh.xa-thanh-loi")] = "Xã đang khắc phục hậu quả thiên tai, được UBND huyện đề nghị miễn báo cáo kỳ này.",
    };

    /// <summary>Accounts of the demo work for these: their story is told, not drawn.</summary>
    private static readonly HashSet<string> Punctual =
        ["so-thong-tin-truyen-thong", "so-van-hoa-the-thao-du-lich", "so-ke-hoach-dau-tu", "ldld", "ninh-kieu", "ninh-kieu.cai-khe"];

    private static readonly string[] Divisions = ["noi-vu-cam-xuyen", "tu-phap-cam-xuyen", "tai-chinh-cam-xuyen", "hcc-cam-xuyen"];

    private readonly Dictionary<Guid, string> keys = agencies.ById.ToDictionary(a => a.Key, a => a.Value.SeedKey ?? a.Key.ToString());

    /// <summary>Plays it.</summary>
    public void Load(Plan plan, IReadOnlyList<ReportingPeriod> periods)
    {
        foreach (var period in periods.Where(p => p.From <= Demo.StoryEndsOn))
        {
            var owed = Owed(plan, period, []);
            var isOver = period.DueDates.Count > 0 && period.DueDates.Max(d => d.DueOn) < Demo.StoryEndsOn;
            foreach (var obligation in owed.Where(_ => isOver))
                Play(obligation, period);
            Tell(period);
        }
    }

    /// <summary>The months and quarters of a plan whose own duties are all that is owed.</summary>
    public void LoadDuties(Plan plan, IReadOnlyList<ReportingRegime> regimes)
    {
        ReportingDuty[] duties =
        [
            new()
            {
                Id = ids.Next(), PlanId = plan.Id, Kind = DutyKind.Content, Title = "Cung cấp thông tin, nội dung tuyên truyền về CCHC",
                Owers = [.. Divisions.Select(k => new DutyOwer(agencies[k].Id))],
                ReceiverId = agencies["vh-tt-cam-xuyen"].Id, PeriodKinds = [PeriodKind.Month], DueAfterDays = 5,
            },
            new()
            {
                Id = ids.Next(), PlanId = plan.Id, Kind = DutyKind.Report, Title = "Báo cáo kết quả thực hiện tuyên truyền CCHC (Phòng VH - TT tiếp nhận, tổng hợp cho UBND huyện)",
                Owers = [new DutyOwer(agencies["vh-tt-cam-xuyen"].Id)], ReceiverId = agencies["vhtt-cam-xuyen"].Id,
                PeriodKinds = [PeriodKind.Quarter, PeriodKind.HalfYear, PeriodKind.Year], DueAfterDays = 3,
            },
        ];
        db.ReportingDuties.AddRange(duties);
        foreach (var period in regimes.Where(r => r.Code is "THÁNG" or "CCHC").SelectMany(r => r.PeriodsOf(plan.Id, plan.Year, SeedCalendar.Days())))
        {
            db.Periods.Add(period);
            if (period.From > Demo.StoryEndsOn)
                continue;
            var owed = Owed(plan, period, duties);
            foreach (var obligation in owed.Where(o => o.DueOn < Demo.StoryEndsOn))
                Play(obligation, period);
            Tell(period);
        }
    }

    private List<Obligation> Owed(Plan plan, ReportingPeriod period, IReadOnlyList<ReportingDuty> duties)
    {
        var receiving = Receiving.Of(plan, agencies.ById, successions, period.To);
        var owed = new List<Obligation>();
        foreach (var wanted in ObligationSchedule.Of(period, receiving, duties, successions))
        {
            var obligation = new Obligation
            {
                Id = ids.Next(), PlanId = plan.Id, PeriodId = period.Id, AgencyId = wanted.AgencyId, ReceiverId = wanted.ReceiverId, Duty = wanted.Kind,
                DutyId = wanted.DutyId, CutOff = period.To, DueOn = wanted.DueOn,
            };
            if (wanted.Heir is { } heir)
                obligation.Transfer(heir, wanted.HeirFrom!.Value);
            db.Obligations.Add(obligation);
            owed.Add(obligation);
        }
        return owed;
    }

    private void Play(Obligation obligation, ReportingPeriod period)
    {
        var key = keys[obligation.AgencyId];
        if (Waived.TryGetValue((period.Code, key), out var reason))
        {
            var on = At(obligation.DueOn.AddDays(-1), 600);
            obligation.Waive(new Waiver("Trần Thị Minh", on, reason));
            db.Changes.Add(Row("obligation", obligation.Id, obligation.AgencyId, "waive", on, reason));
            return;
        }
        // A fixed draw: the same story at every start.
        var draw = key.Concat(period.Code).Aggregate(17, (sum, c) => (sum * 31 + c) % 9973) % 100;
        if (Punctual.Contains(key))
            draw = 20;
        if (draw < 3)
            return;
        var late = draw is >= 3 and < 12;
        var at = At(obligation.DueOn.AddDays(late ? 1 + draw % 5 : -(draw % 3)), 450 + draw * 5);
        obligation.Submit(at, nothingToReport: draw is >= 90 and < 94);
        if (draw is >= 14 and < 17)
        {
            obligation.Return(at.AddHours(26));
            obligation.Submit(at.AddHours(50), nothingToReport: false);
        }
        if (draw != 17)
            obligation.Accept(obligation.SubmittedAt!.Value.AddHours(5));
    }

    private void Tell(ReportingPeriod period) => db.Changes.Add(Row("period", period.Id, null, "keep-obligations", At(period.From, 0), null));

    private static Change Row(string entity, Guid id, Guid? agencyId, string what, DateTime at, string? reason) => new()
    {
        At = at, AccountId = Guid.Empty, AccountName = Actor.System.FullName, AgencyId = agencyId, Door = Door.System, Entity = entity, EntityId = id,
        What = what, Reason = reason,
    };

    private static DateTime At(DateOnly day, int minute) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), BusinessClock.Vietnam.BaseUtcOffset).UtcDateTime;
}
