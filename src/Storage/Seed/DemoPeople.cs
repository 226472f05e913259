using Microsoft.AspNetCore.Identity;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Storage.Access;

namespace PlanTracker.Storage.Seed;

/// <summary>The demo's accounts: one per role and more, all with the password that the sign-in page shows.</summary>
internal sealed class DemoPeople
{
    private readonly Dictionary<string, Actor> actors = [];

    public Actor this[string userName] => actors[userName];

    public static DemoPeople Load(PlanDb db, SeedIds ids, IEnumerable<DemoAccount> rows, SeedAgencies agencies)
    {
        var people = new DemoPeople();
        var roles = db.Roles.Local.ToDictionary(r => r.Name!, r => r.Id);
        string? hash = null;
        foreach (var row in rows)
        {
            var account = AccountOf(row, ids, agencies);
            account.PasswordHash = hash ??= new PasswordHasher<Account>().HashPassword(account, Demo.Password);
            db.Users.Add(account);
            db.UserRoles.AddRange(row.Roles.Select(r => new IdentityUserRole<Guid> { UserId = account.Id, RoleId = roles[r.ToString()] }));
            people.actors.Add(row.UserName, ActorOf(account, row, agencies));
        }
        return people;
    }

    private static Account AccountOf(DemoAccount row, SeedIds ids, SeedAgencies agencies) => new()
    {
        Id = ids.Next(),
        UserName = row.UserName,
        NormalizedUserName = row.UserName.ToUpperInvariant(),
        FullName = row.FullName,
        AgencyId = row.Agency is null ? null : agencies[row.Agency].Id,
        IsDemo = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    private static Actor ActorOf(Account account, DemoAccount row, SeedAgencies agencies)
    {
        var name = row.Agency is null ? null : agencies[row.Agency].Names[0];
        var agency = name is null ? null : new AgencyRef(account.AgencyId!.Value, name.Name, name.ShortName);
        return new(account.Id, row.UserName, row.FullName, row.Roles.ToHashSet(), agency, Door.Page);
    }
}
