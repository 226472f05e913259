using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.AgencyReports;

/// <summary>A district with two communes and a department, their obligations of two periods, and the use cases of reports over lists.</summary>
internal sealed class ReportDesk : IStore, IChanges, IAgencyReportBook, IIndicatorBook, IObligationBook, IReportingCalendar, IAgencyRegister,
    IAgencyReportChanges, IIndicatorChanges, IObligationChanges, IEntryChanges, IIndicatorSource, IWordDifference, IChannelChanges
{
    public static readonly Guid PlanId = Guid.CreateVersion7();

    private readonly BusinessClock clock = new(TimeProvider.System, new DateOnly(2024, 9, 15));
    private readonly List<Agency> agencies;

    public ReportDesk()
    {
        agencies = [SoNoiVu, Department, District, CaiKhe, AnCu];
        Calendar = [HalfYear, Quarter, Year];
        foreach (var period in new[] { HalfYear, Quarter })
        {
            Owe(Department, SoNoiVu, period);
            Owe(District, SoNoiVu, period);
            Owe(CaiKhe, District, period);
            Owe(AnCu, District, period);
        }
    }

    public Agency SoNoiVu { get; } = Given.Agency("Sở Nội vụ", AgencyLevel.Department);
    public Agency Department { get; } = Given.Agency("Sở Tài chính", AgencyLevel.Department);
    public Agency District { get; } = Given.Agency("UBND quận Ninh Kiều", AgencyLevel.District);
    public Agency CaiKhe { get; } = Given.Agency("UBND phường Cái Khế", AgencyLevel.Commune);
    public Agency AnCu { get; } = Given.Agency("UBND phường An Cư", AgencyLevel.Commune);

    public ReportingPeriod HalfYear { get; } = Period("2024-H1", "6 tháng", new(2023, 12, 15), new(2024, 6, 14), PeriodKind.HalfYear);
    public ReportingPeriod Quarter { get; } = Period("2024-Q3", "Quý III", new(2024, 6, 15), new(2024, 9, 14), PeriodKind.Quarter);
    public ReportingPeriod Year { get; } = Period("2024-Y", "Năm", new(2023, 12, 15), new(2024, 12, 14), PeriodKind.Year);

    public List<ReportingPeriod> Calendar { get; }
    public List<Obligation> Owed { get; } = [];
    public List<AgencyReport> Reports { get; } = [];
    public List<ReportSubmission> Filed { get; } = [];
    public List<Indicator> Known { get; } = [.. IndicatorDefaults.Make()];
    public List<SourcedItem> Sourced { get; } = [];
    public List<Change> History { get; } = [];
    public DateOnly? Locked { get; set; }
    public ReportShelf Shelf { get; } = new();
    public List<Succession> Merged { get; } = [];
    public ObligationReading Obligations => new(this, null!, this, this, Shelf, clock);

    public ReportMaking Making => new(this, this, this, this, this, [this], clock);
    public AgencyReportReading Reading => new(this, this, this, this, Shelf, Making, this);
    public AgencyReportFiling Filing => new(this, this, this, this, this, this, Reading, Making, clock);
    public IndicatorAdministration Indicators => new(this, this, clock);
    public ReportImport Import => new(Reading, Filing);

    IChannelChanges IChanges.Channels => this;

    IFundingChanges IChanges.Funding => throw new NotSupportedException();
    PlanTracker.Domain.Tasks.ITaskChanges IChanges.Tasks => Matters;
    PlanTracker.Domain.Difficulties.IDifficultyChanges IChanges.Difficulties => Matters;
    PlanTracker.Domain.Inspections.IInspectionChanges IChanges.Inspections => Matters;
    PlanTracker.Domain.UnitPlans.IUnitPlanChanges IChanges.UnitPlans => throw new NotSupportedException();
    PlanTracker.Domain.Attachments.IAttachmentChanges IChanges.Attachments => Matters;
    PlanTracker.Domain.Displays.IDisplayChanges IChanges.Displays => throw new NotSupportedException();
    public InMemoryMatters Matters { get; } = new();

    IImportChanges IChanges.Imports => throw new NotSupportedException();

    INewsChanges IChanges.News => throw new NotSupportedException();

    IReminderChanges IChanges.Reminders => throw new NotSupportedException();

    IReportChanges IChanges.Reports => throw new NotSupportedException();

    Task<IReadOnlyList<Channel>> IChannelChanges.All(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Channel>>(
        [.. Channels.Default.Select((c, i) => new Channel { Code = c.Code, Name = c.Name, Order = i + 1 })]);

    void IChannelChanges.Add(Channel channel) => throw new NotSupportedException();

    Task<ProgressEntry?> IEntryChanges.LoadByClientKey(Guid creatorId, Guid clientKey, CancellationToken cancel) => throw new NotSupportedException();

    public Obligation Of(Agency agency, ReportingPeriod? period = null) => Owed.Single(o => o.AgencyId == agency.Id && o.PeriodId == (period ?? Quarter).Id);

    public Actor Reporter(Agency agency) => Person(agency, Role.Reporter);

    public Actor Head(Agency agency) => Person(agency, Role.Head);

    public Actor Coordinator => Person(SoNoiVu, Role.Coordinator);

    /// <summary>One person per role and agency, the same at each call.</summary>
    public Actor Person(Agency agency, params Role[] roles) => new(
        new Guid(agency.Id.ToByteArray().Select((b, i) => i == 15 ? (byte)(b ^ (1 + roles.Sum(r => 1 << (int)r))) : b).ToArray()),
        "a", "Một người", roles.ToHashSet(), agency.RefOn(clock.Today), Door.Api);

    public async Task<AgencyReportView> Drafted(Agency agency, ReportingPeriod? period = null, params (string Code, decimal Value)[] figures) =>
        Good(await Filing.Save(Reporter(agency), Of(agency, period).Id, ExpectedVersion.Any, Content(figures), default));

    public async Task<AgencyReportView> Submitted(Agency agency, ReportingPeriod? period = null, params (string Code, decimal Value)[] figures)
    {
        await Drafted(agency, period, figures);
        return Good(await Filing.Submit(Head(agency), Of(agency, period).Id, ExpectedVersion.Any, default));
    }

    public async Task<AgencyReportView> Accepted(Agency agency, ReportingPeriod? period = null, params (string Code, decimal Value)[] figures)
    {
        await Submitted(agency, period, figures);
        return Good(await Filing.Accept(ReceiverOf(agency), Of(agency, period).Id, ExpectedVersion.Any, default));
    }

    public Actor ReceiverOf(Agency agency) => Of(agency).ReceiverId == District.Id ? Reporter(District) : Coordinator;

    public Task<Result<AgencyReportView>> Return(Agency agency, params string[] fields) =>
        Filing.Return(ReceiverOf(agency), Of(agency).Id, ExpectedVersion.Any, new ReportReason("Cần rà lại số liệu", fields), default);

    public static ReportContent Content(params (string Code, decimal Value)[] figures) => new()
    {
        Figures = [.. figures.Select(f => new OwnFigure(f.Code, f.Value))], Results = "Đã tổ chức tọa đàm.",
    };

    public static AgencyReportView Good(Result<AgencyReportView> result)
    {
        Assert.False(result.Refused(out var refusal, out var view), refusal is null ? "" : $"{refusal.Code} {refusal.Message}");
        return view!;
    }

    public async Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel)
    {
        var (before, versions) = (History.Count, Reports.Sum(r => r.Version));
        var result = await work(this);
        if (result.Refused(out _, out _))
            Assert.Equal((before, versions), (History.Count, Reports.Sum(r => r.Version)));
        return result;
    }

    public void Record(Change change) => History.Add(change);

    public Task<AgencyReport?> Find(Guid obligationId, CancellationToken cancel) => Task.FromResult(Reports.Find(r => r.ObligationId == obligationId));

    public Task<IReadOnlyList<ReportSubmission>> Submissions(Guid obligationId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ReportSubmission>>([.. Filed.Where(s => s.ObligationId == obligationId).OrderBy(s => s.Number)]);

    public Task<IReadOnlyList<FiledReport>> Of(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancel) => Task.FromResult<IReadOnlyList<FiledReport>>(
        [.. Reports.Where(r => obligationIds.Contains(r.ObligationId)).Select(r => new FiledReport(
            r.ObligationId, r.AgencyId, r.Status, Filed.Where(s => s.ObligationId == r.ObligationId).MaxBy(s => s.Number)))]);

    public Task<IReadOnlyList<FiledReport>> OfPeriod(Guid periodId, CancellationToken cancel) =>
        Of([.. Owed.Where(o => o.PeriodId == periodId).Select(o => o.Id)], cancel);

    public Task<IReadOnlyList<Indicator>> All(CancellationToken cancel) => Task.FromResult(Known.InOrder());

    public Task<IReadOnlyList<SourcedItem>> Of(SourceWindow window, IReadOnlyList<Indicator> indicators, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SourcedItem>>([.. Sourced.Where(i => window.From <= i.Day && i.Day <= window.To)]);

    public IReadOnlyList<WordPiece> Of(string before, string after) => [new(WordChange.Removed, before), new(WordChange.Added, after)];

    Task<Obligation?> IObligationBook.Find(Guid id, CancellationToken cancel) => Task.FromResult(Owed.Find(o => o.Id == id));

    public Task<IReadOnlyList<Obligation>> Of(ObligationFilter filter, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Obligation>>(
        [.. Owed.Where(o => (filter.PeriodId is null || o.PeriodId == filter.PeriodId) && (filter.AgencyIds is null || filter.AgencyIds.Contains(o.AgencyId))
            && (filter.ReceiverIds is null || filter.ReceiverIds.Contains(o.ReceiverId)))]);

    Task<IReadOnlyList<ReportingPeriod>> IReportingCalendar.Of(Guid planId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ReportingPeriod>>(Calendar);

    Task<ReportingPeriod?> IReportingCalendar.Find(Guid periodId, CancellationToken cancel) => Task.FromResult(Calendar.Find(p => p.Id == periodId));

    Task<IReadOnlyDictionary<Guid, Agency>> IAgencyRegister.All(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Agency>>(agencies.ToDictionary(a => a.Id));

    public Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Succession>>(Merged);

    Task<AgencyReport?> IAgencyReportChanges.Load(Guid obligationId, CancellationToken cancel) => Find(obligationId, cancel);

    public void Add(AgencyReport report) => Reports.Add(report);

    public void Add(ReportSubmission submission) => Filed.Add(submission);

    public void Add(Indicator indicator) => Known.Add(indicator);

    Task<Obligation?> IObligationChanges.Load(Guid id, CancellationToken cancel) => Task.FromResult(Owed.Find(o => o.Id == id));

    public Task<DateOnly?> LockedUntil(Guid planId, CancellationToken cancel) => Task.FromResult(Locked);

    IAgencyReportChanges IChanges.AgencyReports => this;
    IIndicatorChanges IChanges.Indicators => this;
    IObligationChanges IChanges.Obligations => this;
    IEntryChanges IChanges.Entries => this;
    IAccountChanges IChanges.Accounts => throw new NotSupportedException();
    IPlanChanges IChanges.Plans => throw new NotSupportedException();
    IAgencyChanges IChanges.Agencies => throw new NotSupportedException();
    ISettingsChanges IChanges.Settings => throw new NotSupportedException();
    IPlanDraftChanges IChanges.PlanDrafts => throw new NotSupportedException();
    ICalendarChanges IChanges.Calendar => throw new NotSupportedException();
    Task<ProgressEntry?> IEntryChanges.Load(Guid id, CancellationToken cancel) => throw new NotSupportedException();
    void IEntryChanges.Add(ProgressEntry entry) => throw new NotSupportedException();
    Task<decimal> IEntryChanges.CorrectedSum(Guid entryId, Guid? except, CancellationToken cancel) => throw new NotSupportedException();
    Task<IReadOnlyList<ReportingDuty>> IObligationBook.Duties(Guid planId, CancellationToken cancel) => throw new NotSupportedException();
    Task<IReadOnlyList<ReportingDuty>> IObligationChanges.Duties(Guid planId, CancellationToken cancel) => throw new NotSupportedException();
    Task<IReadOnlyList<Obligation>> IObligationChanges.OfPeriod(Guid periodId, CancellationToken cancel) => throw new NotSupportedException();
    Task<IReadOnlyList<Obligation>> IObligationChanges.OwedBy(IReadOnlySet<Guid> from, DateOnly cutOffFrom, CancellationToken cancel) => throw new NotSupportedException();
    Task<ReportingDuty?> IObligationBook.Duty(Guid id, CancellationToken cancel) => throw new NotSupportedException();
    void IObligationChanges.Remove(Obligation obligation) => throw new NotSupportedException();
    void IObligationChanges.Add(Obligation obligation) => throw new NotSupportedException();
    void IObligationChanges.Add(ReportingDuty duty) => throw new NotSupportedException();

    private static ReportingPeriod Period(string code, string name, DateOnly from, DateOnly to, PeriodKind kind) =>
        new() { PlanId = PlanId, Regime = "CCHC", Code = code, Name = name, From = from, To = to, Kind = kind };

    private void Owe(Agency agency, Agency receiver, ReportingPeriod period) => Owed.Add(new()
    {
        PlanId = PlanId, PeriodId = period.Id, AgencyId = agency.Id, ReceiverId = receiver.Id, Duty = DutyKind.Report, DutyId = ReportingDuty.OfRegime,
        CutOff = period.To, DueOn = period.To.AddDays(2),
    });
}
