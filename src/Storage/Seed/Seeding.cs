using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Access;
using PlanTracker.Storage.Files;

namespace PlanTracker.Storage.Seed;

/// <summary>Loads what is missing of the start-up data, in one transaction; what is there is left alone.</summary>
internal static class Seeding
{
    private const long SeedLock = 0x506C616E5365;

    public static async Task Run(PlanDb db, bool demo, TimeProvider time, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SeedLock})", cancel);
        var isNew = await Mark(db, demo, time, cancel);
        var ids = new SeedIds(time.GetUtcNow());
        await Roles(db, ids, cancel);
        var agencies = await SeedAgencies.Load(db, ids, cancel);
        var plan = await SeedPlans.Load(db, ids, "plan-246.json", agencies, demo, cancel);
        await SeedPlans.LoadCalendar(db, ids, plan, cancel);
        await agencies.LoadSuccessions(db, ids, time.GetUtcNow().UtcDateTime, cancel);
        if (demo && isNew)
        {
            var sample = await SeedPlans.Load(db, ids, "demo-plan-overdue.json", agencies, demo, cancel);
            agencies.LoadMore(db, ids, "demo-agencies.json");
            foreach (var other in new[] { "demo-plan-channels.json", "demo-plan-district.json" })
                await SeedPlans.Load(db, ids, other, agencies, demo, cancel);
            var people = await DemoYear.Load(db, ids, agencies, [plan, sample], cancel);
            await db.SaveChangesAsync(cancel);
            await DemoMoney.Load(db, people, plan, cancel);
        }
        await EvidenceMark.Backfill(db, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async Task<bool> Mark(PlanDb db, bool demo, TimeProvider time, CancellationToken cancel)
    {
        var kind = demo ? DatabaseMark.Demo : DatabaseMark.Real;
        if (await db.Marks.FirstOrDefaultAsync(cancel) is { } mark)
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

    private static async Task Roles(PlanDb db, SeedIds ids, CancellationToken cancel)
    {
        var known = await db.Roles.Select(r => r.Name).ToListAsync(cancel);
        foreach (var name in Enum.GetNames<Role>().Except(known))
            db.Roles.Add(new IdentityRole<Guid>(name!) { Id = ids.Next(), NormalizedName = name!.ToUpperInvariant(), ConcurrencyStamp = name });
    }
}
