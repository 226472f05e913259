using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Storage.Access;
using PlanTracker.Storage.History;
using PlanTracker.Storage.Seed;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Seed;

public sealed class DemoYearTests(PostgresCluster postgres)
{
    private static readonly string[] Labels = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13a", "13b", "14", "15"];

    // Rows 1 to 15 of the plan at three days, as the worked examples have them.
    private static readonly Dictionary<string, decimal[]> ToDate = new()
    {
        ["2024-03-14"] = [2, 0, 1, 0, 10, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
        ["2024-06-14"] = [5, 1, 2, 0, 23, 23, 0, 1, 0, 0, 0, 5_000, 0, 0, 0, 4],
        ["2024-09-10"] = [8, 1, 3, 2, 35, 36, 0, 2, 1, 0, 1, 11_250, 1, 0, 0, 6],
    };

    [Theory, ClassData(typeof(Providers))]
    public async Task Sample_year_stands_where_the_worked_examples_say(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var targets = plan.Activities.SelectMany(a => a.Targets).ToDictionary(t => t.Label, t => t.Id);

        foreach (var (text, expected) in ToDate)
        {
            var day = DateOnly.Parse(text, CultureInfo.InvariantCulture);
            var totals = await store.Get<IProgressBook>().Totals(plan.Id, new TotalsWindow(plan.From, day, day), default);
            Assert.Equal(expected, Labels.Select(l => totals.GetValueOrDefault(targets[l], TargetTotals.None).ToDate));
        }
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Every_step_of_the_sample_year_is_in_history_in_the_order_of_time(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        await using var db = await store.Context();
        var history = await db.Changes.OrderBy(c => EF.Property<long>(c, ChangeMapping.Sequence)).ToListAsync();
        var entries = await db.Entries.ToListAsync();

        Assert.Equal(history.Select(c => c.At).Order(), history.Select(c => c.At));
        var ofEntries = history.Where(c => c.Entity == "entry").ToList();
        Assert.Equal(entries.Sum(e => e.Version), ofEntries.Count);
        Assert.All(entries, e => Assert.Equal(e.Steps.Select(s => s.At).Order(), e.Steps.Select(s => s.At)));
        Assert.All(ofEntries, c => Assert.InRange(TimeOnly.FromDateTime(c.At.AddHours(7)), new TimeOnly(8, 0), new TimeOnly(16, 0)));
        Assert.True(history[^1].At <= new DateTime(2024, 9, 10, 17, 0, 0, DateTimeKind.Utc));
        Assert.DoesNotContain(entries, e => e.Status is EntryStatus.Confirmed && e.Last(EntryStepKind.Confirmation)!.ById == e.CreatedById);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Demo_accounts_have_the_known_password_and_their_roles(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        await using var db = await store.Context();
        var accounts = await db.Users.ToListAsync();
        var hasher = new PasswordHasher<Account>();

        Assert.Equal(18, accounts.Count);
        Assert.All(accounts, a => Assert.True(a is { IsDemo: true, MustChangePassword: false }));
        Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(accounts[3], accounts[3].PasswordHash!, Demo.Password));
        Assert.Equal(18, await db.UserRoles.CountAsync());
        Assert.Equal(4, await db.Plans.CountAsync(p => p.IsSample));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Plan_246_comes_first_among_the_plans_of_its_year(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var plans = await store.Get<IPlanLibrary>().List(2024, new ListQuery(), default);

        Assert.Equal("246-2024", plans.Items.OrderBy(p => p.Id).First().SeedKey);
        Assert.Equal(3, plans.Total);
    }
}
