using System.Globalization;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Domain.Reporting;

/// <summary>
/// Phụ lục V: who has not sent a report or sent it late. Told as of today, for reports are due after the cut-off; of all who report to Sở Nội
/// vụ, and in the report of a district of its communes too.
/// </summary>
public sealed class LatePart(IReportingCalendar calendar, IObligationBook book, IReminderFigures reminders, BusinessClock clock) : IReportPart
{
    /// <inheritdoc/>
    public async Task<ReportAppendices> Fill(ReportAppendices content, PartQuery query, CancellationToken cancel)
    {
        var owed = await Owed.Of(calendar, book, query, cancel);
        if (owed.Count == 0)
            return content;
        var today = clock.Today;
        var expected = owed.Where(o => o.Obligation.IsExpected).ToList();
        int Count(Timeliness timeliness) => expected.Count(o => o.Obligation.TimelinessOn(today) == timeliness);
        var rows = expected.Where(o => o.Obligation.TimelinessOn(today) is Timeliness.Late || (o.Obligation.TimelinessOn(today) is Timeliness.Missing && !o.Obligation.IsNotYetDueOn(today)))
            .OrderBy(o => o.SentOn(today) is not null).ThenBy(o => o.Level).ThenBy(o => o.Name, VietnameseText.Order)
            .ToList();
        var reminded = rows.Count == 0 ? null : await reminders.OfPeriod(rows[0].Obligation.PeriodId, today, cancel);
        return content with { Late = new([.. rows.Select(o => RowOf(o, reminded?.GetValueOrDefault(o.Obligation.AgencyId), today))], expected.Count, Count(Timeliness.OnTime), Count(Timeliness.Late), Count(Timeliness.Missing), today) };
    }

    private static LateUnitRow RowOf(Owed owed, ReminderFigure? reminded, DateOnly today)
    {
        var sent = owed.SentOn(today);
        return new(
            owed.Name, owed.Block, owed.Obligation.DueOn, sent, (sent ?? today).DayNumber - owed.Obligation.DueOn.DayNumber, reminded?.Days ?? 0, reminded?.LastOn);
    }
}

/// <summary>Phụ lục II: what agencies reported they did, from accepted reports; and Phụ lục VI: the difficulties they raised there.</summary>
public sealed class AgencyReportsPart(
    IReportingCalendar calendar, IObligationBook book, IAgencyReportBook reports, IPlanLibrary plans, IUnitPlanBook unitPlans, BusinessClock clock) : IReportPart
{
    private const string Socialised = "SocialisedMoney";

    /// <inheritdoc/>
    public async Task<ReportAppendices> Fill(ReportAppendices content, PartQuery query, CancellationToken cancel)
    {
        var owed = await Owed.Of(calendar, book, query, cancel);
        if (owed.Count == 0)
            return content;
        var filed = (await reports.Of([.. owed.Select(o => o.Obligation.Id)], cancel)).ToDictionary(r => r.ObligationId);
        var ownPlans = await OwnPlans(query, cancel);
        var rows = owed.Select(o => (Owed: o, Row: RowOf(o, filed.GetValueOrDefault(o.Obligation.Id), ownPlans.GetValueOrDefault(o.Obligation.AgencyId)))).ToList();
        var blocks = rows.GroupBy(r => r.Owed.Block).Select(g => BlockOf(g.Key, [.. g.Select(r => r.Owed)], [.. g.Select(r => r.Row)])).ToList();
        var total = blocks.Count > 1 ? BlockOf("Tổng cộng", owed, [.. rows.Select(r => r.Row)]) with { Rows = [] } : null;
        var raised = Difficulties(owed, filed);
        return content with { Agencies = new(blocks, total, clock.Today), Difficulties = raised.Count == 0 ? content.Difficulties : new(raised, 0) };
    }

    /// <summary>Number and day of each agency's own plan that was issued by the day.</summary>
    private async Task<Dictionary<Guid, string>> OwnPlans(PartQuery query, CancellationToken cancel)
    {
        var kept = (await plans.List(null, new ListQuery(1, ListQuery.MaxPageSize), cancel)).Items.Where(p => p.ParentPlanId == query.Plan.Id)
            .Select(p => (AgencyId: p.IssuerAgencyId, Number: (string?)p.Number, IssuedOn: (DateOnly?)p.IssuedOn));
        var own = (await unitPlans.Of(new UnitPlanFilter(query.Plan.Id), cancel)).Where(p => p.Status is UnitPlanStatus.Issued)
            .Select(p => (p.AgencyId, p.Number, p.IssuedOn));
        return kept.Concat(own).Where(p => p.IssuedOn <= query.AsOf).GroupBy(p => p.AgencyId).ToDictionary(
            g => g.Key, g => NumberAndDay(g.MaxBy(p => p.IssuedOn)));
    }

    private static string NumberAndDay((Guid AgencyId, string? Number, DateOnly? IssuedOn) plan) =>
        string.Create(CultureInfo.InvariantCulture, $"{plan.Number}\n{plan.IssuedOn:dd/MM/yyyy}");

    private AgencyReportRow RowOf(Owed owed, FiledReport? filed, string? ownPlan)
    {
        // What was accepted after the day is not there yet on the day.
        var totals = owed.IsAcceptedOn(clock.Today) ? filed?.Accepted?.Totals() : null;
        decimal? Figure(string code) => totals is null ? null : totals.GetValueOrDefault(code);
        return new(
            owed.Obligation.AgencyId, owed.Name, ownPlan ?? "-",
            [.. AgencyReportColumns.Codes.Select(Figure)], Figure(Socialised), owed.SentOn(clock.Today), StatusOf(owed.Obligation));
    }

    private string StatusOf(Obligation obligation) => obligation switch
    {
        { TransferredTo: not null } => "Đã chuyển",
        { Waiver: not null } => "Được miễn",
        _ when obligation.IsNotYetDueOn(clock.Today) => "Chưa đến hạn",
        _ => obligation.TimelinessOn(clock.Today) switch { Timeliness.OnTime => "Đúng hạn", Timeliness.Late => "Gửi chậm", _ => "Chưa gửi" },
    };

    private static AgencyReportBlock BlockOf(string name, IReadOnlyList<Owed> owed, IReadOnlyList<AgencyReportRow> rows)
    {
        var due = owed.Select(o => o.Obligation.DueOn).Distinct().ToList();
        decimal? Sum(Func<AgencyReportRow, decimal?> figure) => rows.Any(r => figure(r) is not null) ? rows.Sum(figure) : null;
        return new(
            $"{name} ({rows.Count})", $"{rows.Count(r => r.OwnPlan != "-")}/{rows.Count}",
            [.. Enumerable.Range(0, AgencyReportRow.Indicators).Select(i => Sum(r => r.Figures[i]))], Sum(r => r.Socialised),
            $"{rows.Count(r => r.SentOn is not null)}/{owed.Count(o => o.Obligation.IsExpected)}", due.Count == 1 ? $"Hạn {due[0]:dd/MM}" : "", rows);
    }

    private List<DifficultyRow> Difficulties(IReadOnlyList<Owed> owed, Dictionary<Guid, FiledReport> filed) =>
    [
        .. owed.Select(o => (Owed: o, Said: filed.GetValueOrDefault(o.Obligation.Id)?.Last)).Where(d => d.Said?.Snapshot.Content.Difficulties is not null && BusinessClock.DayOf(d.Said.At) <= clock.Today)
            .OrderBy(d => d.Said!.At).ThenBy(d => d.Owed.Name, VietnameseText.Order)
            .Select(d => new DifficultyRow(
                d.Owed.Name, BusinessClock.DayOf(d.Said!.At), d.Said.Snapshot.Content.Difficulties!, d.Said.Snapshot.Content.Proposals, null, null)),
    ];
}

/// <summary>An obligation with the name its agency has in the report.</summary>
internal sealed record Owed(Obligation Obligation, string Name, AgencyLevel Level)
{
    /// <summary>The day its report was first sent, up to a day; null when it was not by then.</summary>
    public DateOnly? SentOn(DateOnly day) => Obligation.FirstSubmittedAt is { } at && BusinessClock.DayOf(at) is var sent && sent <= day ? sent : null;

    /// <summary>Whether what was sent was accepted by the end of a day.</summary>
    public bool IsAcceptedOn(DateOnly day) => Obligation.AcceptedAt is { } at && BusinessClock.DayOf(at) <= day;

    /// <summary>Khối.</summary>
    public string Block => Level switch
    {
        AgencyLevel.Department => "Sở, ban, ngành thành phố",
        AgencyLevel.District => "Quận, huyện",
        AgencyLevel.Commune => "Xã, phường, thị trấn",
        _ => "Cơ quan, tổ chức khác",
    };

    /// <summary>What is owed for the period of a report: by those who report to Sở Nội vụ, or by the agency and those below it that the report is of.</summary>
    public static async Task<IReadOnlyList<Owed>> Of(IReportingCalendar calendar, IObligationBook book, PartQuery query, CancellationToken cancel)
    {
        if ((await calendar.Of(query.Plan.Id, cancel)).FirstOrDefault(p => p.Code == query.Window.Code) is not { } period)
            return [];
        var owed = await book.Of(new ObligationFilter(query.Plan.Id, period.Id), cancel);
        return
        [
            .. owed.Where(o => o.Duty is DutyKind.Report && query.Agencies.ContainsKey(o.AgencyId))
                .Select(o => new Owed(o, query.Agencies[o.AgencyId].RefOn(query.AsOf).Name, query.Agencies[o.AgencyId].LevelOn(query.AsOf)))
                .Where(o => query.Scope is { } scope ? scope.Members.Contains(o.Obligation.AgencyId) : o.Level is not AgencyLevel.Commune)
                .OrderBy(o => o.Level).ThenBy(o => o.Name, VietnameseText.Order),
        ];
    }
}
