using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Plans;
using PlanTracker.Storage.Files;
using PlanTracker.Storage.Progress;

namespace PlanTracker.Storage.Seed;

/// <summary>Loads what is missing of the start-up data, in one transaction; what is there is left alone.</summary>
internal static class Seeding
{
    private const long SeedLock = 0x506C616E5365;

    public static async Task Run(PlanDb db, bool demo, IReportWriter? writer, INewsImages? pictures, TimeProvider time, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SeedLock})", cancel);
        var isNew = await Mark(db, demo, time, cancel);
        var ids = new SeedIds(time.GetUtcNow());
        await Roles(db, ids, cancel);
        await Channels(db, ids, cancel);
        var agencies = await SeedAgencies.Load(db, ids, cancel);
        var plan = await SeedPlans.Load(db, ids, "plan-246.json", agencies, demo, cancel);
        var regimes = await SeedCalendar.Load(db, ids, cancel);
        await SeedPlans.LoadCalendar(db, ids, plan, cancel);
        if (!await db.Indicators.AnyAsync(cancel))
            db.Indicators.AddRange(IndicatorDefaults.Make());
        await NewsFeeds(db, plan, cancel);
        await agencies.LoadSuccessions(db, ids, time.GetUtcNow().UtcDateTime, cancel);
        if (demo && isNew)
        {
            // Some ten thousand rows are at hand by the end: they are gone through when they are saved, not whenever one of them is looked for.
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var sample = await SeedPlans.Load(db, ids, "demo-plan-overdue.json", agencies, demo, cancel);
            agencies.LoadMore(db, ids, "demo-agencies.json");
            var channels = await SeedPlans.Load(db, ids, "demo-plan-channels.json", agencies, demo, cancel);
            var district = await SeedPlans.Load(db, ids, "demo-plan-district.json", agencies, demo, cancel);
            var sending = new DemoSending(db, ids, agencies, [.. db.Successions.Local]);
            sending.Load(plan, [.. db.Periods.Local.Where(p => p.PlanId == plan.Id)]);
            sending.LoadDuties(district, regimes);
            var history = new DemoHistory(db);
            var file = SeedFiles.Read<DemoFile>("demo-2024.json");
            var people = DemoPeople.Load(db, ids, file.Accounts, agencies);
            new DemoReminders(db, ids, agencies).Load();
            var reports = new DemoReports(db, ids, agencies, people);
            // Before the year, whose issued reports name them.
            await DemoUnitPlans.Load(db, history, agencies, people, [plan, sample, channels, district], cancel);
            await history.Save(cancel);
            await DemoYear.Load(
                db, history, file, agencies, people, reports, [plan, sample, channels, district],
                writer ?? throw new InvalidOperationException("The sample year issues reports and needs who writes them."), pictures, cancel);
            reports.Load(plan);
            reports.Load(district);
            await history.Save(cancel);
            await DemoMatters.Load(db, history, agencies, people, plan, cancel);
            history.Release();
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
        await EvidenceMark.Backfill(db, cancel);
        await EntryMapping.Backfill(db, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Which rows of the plan the news desk feeds, while nobody has said so: the page in the newspaper, the electronic bulletin.</summary>
    private static async Task NewsFeeds(PlanDb db, Plan plan, CancellationToken cancel)
    {
        const int NewspaperRow = 5;
        const int BulletinRow = 6;
        if (await db.NewsSettings.AnyAsync(cancel))
            return;
        db.NewsSettings.Add(new NewsDeskSettings
        {
            Value = new NewsSettings
            {
                Feeds =
                [
                    new(NewsPlace.Newspaper, plan.Activities.Single(a => a.Order == NewspaperRow).Id),
                    new(NewsPlace.Bulletin, plan.Activities.Single(a => a.Order == BulletinRow).Id),
                ],
            },
        });
    }

    private static async Task<bool> Mark(PlanDb db, bool demo, TimeProvider time, CancellationToken cancel)
    {
        var kind = demo ? DatabaseMark.Demo : DatabaseMark.Real;
        if (await db.Marks.SingleOrDefaultAsync(cancel) is { } mark)
        {
            if (mark.Kind == kind)
                return false;
            throw new DatabaseRefusedException(demo
                ? "Cơ sở dữ liệu này không do chế độ dữ liệu mẫu (--demo) tạo ra nên không nạp dữ liệu mẫu vào."
                : "Cơ sở dữ liệu này chứa dữ liệu mẫu: chỉ mở được bằng --demo.");
        }
        db.Marks.Add(new DatabaseMark
        {
            Id = 1,
            Kind = kind,
            MadeBy = $"PlanTracker {typeof(Seeding).Assembly.GetName().Version}",
            MadeAt = time.GetUtcNow().UtcDateTime,
        });
        return true;
    }

    // Once: what Sở Nội vụ makes of the list afterwards is its own.
    private static async Task Channels(PlanDb db, SeedIds ids, CancellationToken cancel)
    {
        if (await db.Channels.AnyAsync(cancel))
            return;
        foreach (var (index, (code, name)) in Domain.Progress.Channels.Default.Index())
            db.Channels.Add(new Channel { Id = ids.Next(), Code = code, Name = name, Order = index + 1 });
    }

    private static async Task Roles(PlanDb db, SeedIds ids, CancellationToken cancel)
    {
        var known = await db.Roles.Select(r => r.Name).ToListAsync(cancel);
        foreach (var name in Enum.GetNames<Role>().Except(known))
            db.Roles.Add(new IdentityRole<Guid>(name!) { Id = ids.Next(), NormalizedName = name!.ToUpperInvariant(), ConcurrencyStamp = name });
    }
}
