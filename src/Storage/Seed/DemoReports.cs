using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Storage.Seed;

/// <summary>
/// The reports behind the sending of the sample year: what every agency wrote, with the totals that the product computes. Communes first, then
/// those who compile them, period by period; Quý III has drafts, an early one that waits, and one that was returned.
/// </summary>
internal sealed class DemoReports(PlanDb db, SeedIds ids, SeedAgencies agencies, DemoPeople people)
{
    private readonly List<Indicator> indicators = [.. db.Indicators.Local];
    private readonly Dictionary<Guid, (AgencyReport Report, ReportSubmission? Last)> filed = [];
    private readonly Dictionary<(Guid Agency, Guid Period), Dictionary<string, decimal>> totals = [];

    private readonly HashSet<Guid> played = [];

    /// <summary>
    /// Plays it for every obligation that the sending played, and for those of the open period that have a story; up to a period when the report
    /// of that period is about to be issued, each period once.
    /// </summary>
    public void Load(Plan plan, string? upTo = null)
    {
        var periods = db.Periods.Local.Where(p => p.PlanId == plan.Id).OrderBy(p => p.To).ThenBy(p => p.From).ToList();
        var units = plan.Activities.SelectMany(a => a.Targets).ToDictionary(t => t.Id, t => t.Unit);
        var owed = db.Obligations.Local.Where(o => o.PlanId == plan.Id).ToLookup(o => o.PeriodId);
        var last = periods.FirstOrDefault(p => p.Code == upTo)?.To;
        foreach (var period in periods.Where(p => (last is null || p.To <= last) && played.Add(p.Id)))
        {
            // Who is received by another of the period comes before who receives.
            foreach (var obligation in owed[period.Id].OrderBy(o => owed[period.Id].Any(below => below.ReceiverId == o.AgencyId)))
                File(obligation, new(period, PeriodChain.Before(period, periods), units, owed[period.Id].Where(o => o.ReceiverId == obligation.AgencyId)));
        }
    }

    private void File(Obligation obligation, Frame frame)
    {
        var key = agencies.ById[obligation.AgencyId].SeedKey ?? "";
        var story = DemoReportTexts.Of(key, frame.Period.Code);
        if (story?.Move is { } move)
            Play(obligation, move);
        if (obligation.FirstSubmittedAt is not { } first)
        {
            if (story is not null)
                Add(NewReport(obligation, ContentOf(key, obligation, frame, story), key, new(2024, 9, 9, 2, 30, 0, DateTimeKind.Utc)), "draft");
            return;
        }
        var content = ContentOf(key, obligation, frame, story);
        var report = NewReport(obligation, content, key, first.AddHours(-20));
        Add(report, "draft");
        if (obligation.CorrectedAt is { } corrected)
        {
            Submit(report, obligation, frame, first, Before(content));
            Step(report, ReportStepKind.Return, corrected.AddHours(-24), Receiver(obligation),
                "Số lượt phát thanh thấp hơn nhật ký của đài truyền thanh, và chưa nêu nguyên nhân của hạn chế: đề nghị rà lại.",
                ["figures.Loudspeakers", "shortcomings"], AgencyReportStatus.Returned);
        }
        Submit(report, obligation, frame, obligation.SubmittedAt!.Value, content);
        if (obligation.AcceptedAt is { } accepted)
            Step(report, ReportStepKind.Acceptance, accepted, Receiver(obligation), null, [], AgencyReportStatus.Accepted);
        if (obligation.ReturnedAt is { } returned)
            Step(report, ReportStepKind.Return, returned, Receiver(obligation), story?.ReturnReason, story?.ReturnFields ?? [], AgencyReportStatus.Returned);
        if (report.Status is AgencyReportStatus.Accepted or AgencyReportStatus.Submitted)
            totals[(obligation.AgencyId, obligation.PeriodId)] = new(filed[obligation.Id].Last!.Totals());
    }

    private static void Play(Obligation obligation, DemoMove move)
    {
        Done(obligation.Submit(move.At, nothingToReport: move.NothingToReport));
        if (move.Returned is { } returned)
            Done(obligation.Return(returned));
        if (move.Accepted is { } accepted)
            Done(obligation.Accept(accepted));
    }

    private void Submit(AgencyReport report, Obligation obligation, Frame frame, DateTime at, ReportContent content)
    {
        var below = frame.Below.Where(o => o.IsExpected).ToList();
        var accepted = below.Where(o => filed.TryGetValue(o.Id, out var f) && f.Report.Status is AgencyReportStatus.Accepted).ToList();
        var figures = obligation.Duty is DutyKind.Content ? [] : ReportFigures.Of(indicators, new(
            content, Prefilled(obligation.AgencyId, frame), [.. accepted.Select(o => totals[(o.AgencyId, o.PeriodId)])], [],
            [.. frame.Before.Select(p => totals.GetValueOrDefault((obligation.AgencyId, p.Id))).OfType<Dictionary<string, decimal>>()]));
        var head = Head(obligation.AgencyId);
        var submission = new ReportSubmission
        {
            Id = ids.Next(), ObligationId = obligation.Id, Number = report.Steps.Count(s => s.Kind is ReportStepKind.Submission) + 1, At = at,
            ById = head.Id, ByName = head.Name, Snapshot = new(content, figures, [.. below.Select(Child).OrderBy(c => c.ShortName, VietnameseText.Order)]),
        };
        db.ReportSubmissions.Add(submission);
        filed[obligation.Id] = (report, submission);
        Step(report, ReportStepKind.Submission, at, head, null, [], AgencyReportStatus.Submitted);
    }

    private ChildReport Child(Obligation o)
    {
        var name = agencies.ById[o.AgencyId].NameOn(o.CutOff);
        var (report, last) = filed.GetValueOrDefault(o.Id);
        var state = report?.Status switch
        {
            AgencyReportStatus.Accepted => ChildState.Accepted,
            AgencyReportStatus.Submitted => ChildState.Waiting,
            AgencyReportStatus.Returned => ChildState.Returned,
            _ => ChildState.Missing,
        };
        return new(o.Id, o.AgencyId, name.Name, name.ShortName, state, state is ChildState.Accepted ? last?.Id : null, o.NothingToReport && state is ChildState.Accepted);
    }

    private ReportContent ContentOf(string key, Obligation obligation, Frame frame, DemoStory? story) =>
        obligation.NothingToReport ? new() { NothingToReport = true, NothingReason = story?.NothingReason ?? DemoReportTexts.Nothing(key) }
        : obligation.Duty is DutyKind.Content ? new() { Results = "Gửi 02 tin về kết quả giải quyết thủ tục hành chính trong tháng, kèm ảnh." }
        : DemoReportTexts.Content(key, agencies.ById[obligation.AgencyId].LevelOn(obligation.CutOff), frame.Period, Prefilled(obligation.AgencyId, frame), story);

    // What was sent first: one figure too low, and a part that said nothing.
    private static ReportContent Before(ReportContent content) => content with
    {
        Figures = [.. content.Figures.Select(f => f.Code == "Loudspeakers" && f.Value > 2 ? f with { Value = decimal.Floor(f.Value.Value / 2) } : f)],
        Shortcomings = null,
    };

    private Dictionary<string, decimal> Prefilled(Guid agencyId, Frame frame) => EntryIndicators.Count(
        [.. db.Entries.Local.Where(e => e.AgencyId == agencyId && e.Status is EntryStatus.Confirmed && frame.Units.ContainsKey(e.Content.TargetId)
            && e.CountedOn >= frame.Period.From && e.CountedOn <= frame.Period.To)], frame.Units, indicators)
        .GroupBy(i => i.Code).ToDictionary(g => g.Key, g => g.Sum(i => i.Amount));

    private AgencyReport NewReport(Obligation obligation, ReportContent content, string key, DateTime at) => new()
    {
        Id = ids.Next(), ObligationId = obligation.Id, AgencyId = obligation.AgencyId, Content = content, SavedAt = at, SavedByName = Reporter(key).Name,
        DraftedBy = Reporter(key).Id is var drafter && drafter != Guid.Empty ? [drafter] : [],
    };

    private void Add(AgencyReport report, string what)
    {
        db.AgencyReports.Add(report);
        filed[report.ObligationId] = (report, null);
        Record(report, what, report.SavedAt, report.DraftedBy.FirstOrDefault(), report.SavedByName, null);
    }

    private void Step(
        AgencyReport report, ReportStepKind kind, DateTime at, (Guid Id, string Name) by, string? reason, IReadOnlyList<string> fields, AgencyReportStatus status)
    {
        report.Steps.Add(new(kind, at, by.Id, by.Name, reason, fields));
        report.Status = status;
        report.Version++;
        Record(report, kind switch { ReportStepKind.Submission => "submit", ReportStepKind.Acceptance => "accept", _ => "return" }, at, by.Id, by.Name, reason);
    }

    private void Record(AgencyReport report, string what, DateTime at, Guid by, string name, string? reason) => db.Changes.Add(new Change
    {
        At = at, AccountId = by, AccountName = name, AgencyId = report.AgencyId, Door = Door.Page, Entity = "agency-report", EntityId = report.ObligationId,
        What = what, New = $$"""{"reportStatus":"{{report.Status}}"}""", Reason = reason,
    });

    private (Guid Id, string Name) Reporter(string key) => Person(DemoReportTexts.Accounts.GetValueOrDefault(key, ""), "baocao", "Cán bộ báo cáo");

    private (Guid Id, string Name) Head(Guid agencyId) =>
        Person(DemoReportTexts.Accounts.GetValueOrDefault(agencies.ById[agencyId].SeedKey ?? "", ""), "truong", "Lãnh đạo đơn vị");

    private (Guid Id, string Name) Receiver(Obligation obligation) => agencies.ById[obligation.ReceiverId].SeedKey switch
    {
        "so-noi-vu" => (people["dieuphoi"].AccountId, people["dieuphoi"].FullName),
        { } key => Person(DemoReportTexts.Accounts.GetValueOrDefault(key, ""), "baocao", "Phòng Nội vụ"),
        _ => (Guid.Empty, "Nơi nhận"),
    };

    private (Guid Id, string Name) Person(string account, string role, string otherwise) =>
        account.Length == 0 ? (Guid.Empty, otherwise) : (people[$"{role}.{account}"].AccountId, people[$"{role}.{account}"].FullName);

    private static void Done(Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException($"The sample year breaks a rule: {refusal.Message}");
    }

    private sealed record Frame(
        ReportingPeriod Period, IReadOnlyList<ReportingPeriod> Before, IReadOnlyDictionary<Guid, string> Units, IEnumerable<Obligation> Below);
}
