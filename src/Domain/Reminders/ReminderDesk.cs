using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Reminders;

/// <summary>How a person is reminded.</summary>
/// <param name="ByEmail">By mail as well.</param>
/// <param name="Steps">Steps of the ladder that the person wants.</param>
/// <param name="Ladder">All steps.</param>
/// <param name="Version">For the next change; 0 while the person never said.</param>
public sealed record ReminderChoice(bool ByEmail, IReadOnlyList<int> Steps, IReadOnlyList<int> Ladder, int Version);

/// <summary>The ladder as it holds.</summary>
/// <param name="Steps">Steps.</param>
/// <param name="Version">For the next change; 0 while it is the default.</param>
/// <param name="IsMailed">Whether a mail server is set.</param>
public sealed record LadderView(IReadOnlyList<int> Steps, int Version, bool IsMailed);

/// <summary>An agency that owes something and has nobody to remind: an error on Sở Nội vụ's list.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Open">How much it owes.</param>
/// <param name="NextDueOn">The first due day of it.</param>
public sealed record UnreachableAgency(AgencyRef Agency, int Open, DateOnly NextDueOn);

/// <summary>Use cases of reminders: the outbox and the ladder for Sở Nội vụ, one's own reminders and wishes for everybody.</summary>
public sealed class ReminderDesk(
    IStore store, IReminderBook book, IObligationBook obligations, IAccountBook accounts, IAgencyRegister register, ObligationReading reading,
    IPlanLibrary plans, ICalendarBook calendar, ILetterheads letterheads, IMailer mailer, BusinessClock clock)
{
    private const string Entity = "reminder";
    private const int WidestStep = 60;
    private const int MostSteps = 20;
    private const int AnswerDays = 3;

    /// <summary>A page of what was sent to whom, newest first.</summary>
    public async Task<Result<PageOf<Reminder>>> Outbox(Actor actor, ReminderStatus? status, ListQuery query, CancellationToken cancel) =>
        actor.Demand(Operation.ManageReminders) is { } refusal ? refusal : await book.List(null, status, query, cancel);

    /// <summary>One's own reminders, newest first.</summary>
    public async Task<Result<PageOf<Reminder>>> Own(Actor actor, ListQuery query, CancellationToken cancel) =>
        actor.Demand(Operation.ManageOwnAccount) is { } refusal ? refusal : await book.List(actor.AccountId, null, query, cancel);

    /// <summary>Tries a failed or unclear mail again, on somebody's word.</summary>
    public async Task<Result<Reminder>> TryAgain(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageReminders) is { } refusal)
            return refusal;
        return await store.Write<Reminder>(actor, async changes =>
        {
            if (await changes.Reminders.Load(id, cancel) is not { } reminder)
                return Refusal.NotFound("reminders.unknown", "Không có thư nhắc này.");
            if (version.Check(reminder.Version) is { } stale)
                return stale;
            if (reminder.Status is not (ReminderStatus.Failed or ReminderStatus.Sending) || reminder.Email is null || !mailer.IsConfigured)
                return Refusal.Conflict("reminders.not-failed", "Chỉ gửi lại được thư gửi lỗi hoặc chưa rõ đã gửi, khi đã cấu hình máy chủ thư.");
            (reminder.Status, reminder.NextTryAt) = (ReminderStatus.Waiting, clock.UtcNow);
            reminder.Version++;
            changes.Record(ObligationHistory.Row(actor, clock.UtcNow, Entity, id, reminder.AgencyId, "try-again", null, null));
            return reminder;
        }, cancel);
    }

    /// <summary>The ladder.</summary>
    public async Task<Result<LadderView>> Ladder(Actor actor, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var row = await book.Settings(cancel);
        return new LadderView([.. (row?.Steps ?? ReminderLadder.Default).Order()], row?.Version ?? 0, mailer.IsConfigured);
    }

    /// <summary>Changes the ladder.</summary>
    public async Task<Result<LadderView>> ChangeLadder(Actor actor, ExpectedVersion version, Result<int[]> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageReminders) is { } refusal)
            return refusal;
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        var steps = asked.Distinct().Order().ToList();
        if (steps.Count > MostSteps || steps.Any(s => s is < -WidestStep or > WidestStep))
            return Refusal.Invalid("steps", "Tối đa 20 mốc nhắc, mỗi mốc từ 60 ngày trước đến 60 ngày sau hạn.");
        return await store.Write<LadderView>(actor, async changes =>
        {
            var row = await changes.Reminders.Settings(cancel);
            if (version.Check(row?.Version ?? 0) is { } stale)
                return stale;
            var old = (row?.Steps ?? ReminderLadder.Default).Order().ToList();
            if (old.SequenceEqual(steps))
                return new LadderView(steps, row?.Version ?? 0, mailer.IsConfigured);
            if (row is null)
                changes.Reminders.Add(row = new ReminderSettings());
            else
                row.Version++;
            row.Steps.Clear();
            row.Steps.AddRange(steps);
            changes.Record(ObligationHistory.Row(actor, clock.UtcNow, Entity, Guid.Empty, null, "ladder", new { Steps = old }, new { Steps = steps }));
            return new LadderView(steps, row.Version, mailer.IsConfigured);
        }, cancel);
    }

    /// <summary>How the actor is reminded.</summary>
    public async Task<Result<ReminderChoice>> Choice(Actor actor, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageOwnAccount) is { } refusal)
            return refusal;
        IReadOnlyList<int> ladder = [.. ((await book.Settings(cancel))?.Steps ?? ReminderLadder.Default).Order()];
        var row = await book.Preference(actor.AccountId, cancel);
        return new ReminderChoice(row?.ByEmail ?? true, [.. ladder.Except(row?.Without ?? [])], ladder, row?.Version ?? 0);
    }

    /// <summary>Changes how the actor is reminded.</summary>
    public async Task<Result<ReminderChoice>> Choose(
        Actor actor, ExpectedVersion version, Result<(bool ByEmail, IReadOnlyList<int> Steps)> input, CancellationToken cancel)
    {
        if ((await Choice(actor, cancel)).Refused(out var refusal, out var now))
            return refusal;
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        if (asked.Steps.Except(now.Ladder).Any())
            return Refusal.Invalid("steps", $"Chỉ chọn trong các mốc: {string.Join(", ", now.Ladder.Select(ReminderLadder.NameOf))}.");
        var without = now.Ladder.Except(asked.Steps).ToList();
        var written = await store.Write<ReminderPreference>(actor, async changes =>
        {
            var row = await changes.Reminders.Preference(actor.AccountId, cancel);
            if (version.Check(row?.Version ?? 0) is { } stale)
                return stale;
            if (row is null)
                changes.Reminders.Add(row = new ReminderPreference { AccountId = actor.AccountId });
            else
                row.Version++;
            row.ByEmail = asked.ByEmail;
            row.Without.Clear();
            row.Without.AddRange(without);
            changes.Record(ObligationHistory.Row(
                actor, clock.UtcNow, "account", actor.AccountId, actor.Agency?.Id, "reminder-choice", new { now.ByEmail, now.Steps }, new { asked.ByEmail, asked.Steps }));
            return row;
        }, cancel);
        return written.Refusal is { } refused ? refused : await Choice(actor, cancel);
    }

    /// <summary>Agencies that owe something soon or late, and have nobody to remind.</summary>
    public async Task<Result<IReadOnlyList<UnreachableAgency>>> Unreachable(Actor actor, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageReminders) is { } refusal)
            return refusal;
        var (from, to) = ReminderRound.Window((await book.Settings(cancel))?.Steps ?? ReminderLadder.Default, clock.Today);
        var successions = await register.Successions(cancel);
        var reached = (await accounts.All(cancel)).Where(ReminderRound.IsReminded).Select(a => a.AgencyOn(clock.Today)).OfType<Guid>().Distinct()
            .SelectMany(id => successions.PredecessorsOf(id, clock.Today).Append(id)).ToHashSet();
        var agencies = await register.All(cancel);
        return Result<IReadOnlyList<UnreachableAgency>>.Of(
        [
            .. (await obligations.Of(new ObligationFilter(DueFrom: from, DueTo: to), cancel)).Where(o => o.IsOpen && !reached.Contains(o.AgencyId))
                .GroupBy(o => o.AgencyId).Select(g => new UnreachableAgency(agencies[g.Key].RefOn(clock.Today), g.Count(), g.Min(o => o.DueOn)))
                .OrderBy(u => u.NextDueOn).ThenBy(u => u.Agency.Name, VietnameseText.Order),
        ]);
    }

    /// <summary>
    /// The draft công văn đôn đốc of a period, by its code: to the units that owe to Sở Nội vụ and are missing seven days after their due day, with all
    /// that are late by then.
    /// </summary>
    public async Task<Result<ChasingLetter>> Letter(Actor actor, Guid planId, string? code, CancellationToken cancel)
    {
        if ((await reading.Board(actor, planId, code, cancel)).Refused(out var refused, out var board))
            return refused;
        if (actor.Demand(Operation.ManageReminders) is { } refusal)
            return refusal;
        var plan = (await plans.Find(planId, cancel))!;
        var agencies = await register.All(cancel);
        if (board.Chosen is not { } period)
            return Refusal.NotFound("periods.none", "Kế hoạch chưa có kỳ báo cáo nào phải gửi.");
        var coordinator = Receiving.Of(plan, agencies, await register.Successions(cancel), period.To).Coordinator;
        var owed = board.OfChosen.Where(v => v.Obligation.ReceiverId == coordinator && v.Obligation.Duty is DutyKind.Report && v.Obligation.IsExpected).ToList();
        var late = owed.Where(v => v.Obligation.IsOpen && v.DaysOverdue > 0).ToList();
        if (!late.Exists(v => v.DaysOverdue >= ReminderLadder.LetterAfterDays))
        {
            return Refusal.Conflict("reminders.too-early", owed.TrueForAll(v => v.Obligation.IsFiled)
                ? "Các đơn vị gửi về Sở Nội vụ đã gửi đủ báo cáo của kỳ này."
                : "Công văn đôn đốc được soạn từ ngày thứ 7 sau hạn gửi, khi vẫn còn đơn vị chưa gửi.");
        }
        var days = await book.DaysOf([.. late.Select(v => v.Obligation.Id)], cancel);
        var head = await letterheads.OfPlanReports(cancel) is { } setting
            ? setting.ToLetterhead() with { Symbol = setting.Text.LetterSymbol, Recipients = ChasingLetter.DefaultLetterhead.Recipients } : ChasingLetter.DefaultLetterhead;
        return new ChasingLetter(plan, period, clock.Today, owed.Count, owed.Count(v => v.Obligation.IsFiled),
            [.. late.OrderBy(v => v.Level).ThenBy(v => v.Agency.Name, VietnameseText.Order).Select(v => Unit(v, days.GetValueOrDefault(v.Obligation.Id) ?? []))],
            await AnswerBy(cancel), head, agencies[plan.IssuerAgencyId].RefOn(clock.Today).Name);
    }

    private static LateUnit Unit(ObligationView view, IReadOnlyList<DateOnly> days) => new(
        view.Agency.Name, view.Obligation.DueOn, view.DaysOverdue, days.Count, days.Count == 0 ? null : days.Max());

    private async Task<DateOnly> AnswerBy(CancellationToken cancel)
    {
        var working = new WorkingDays(await calendar.Holidays(cancel));
        var day = clock.Today;
        for (var i = 0; i < AnswerDays; i++)
            day = working.FirstAfter(day);
        return day;
    }
}
