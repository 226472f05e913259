using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PlanTracker.Dashboard.Agencies;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Dashboard.Tests.Agencies;

/// <summary>The form of a succession is read as people type: agencies by name, shares with a comma, days day first.</summary>
public sealed class SuccessionInputTests
{
    private readonly Register register = new();

    [Fact]
    public async Task A_split_is_read_with_shares_as_offices_write_them()
    {
        var order = (await Read(("kind", "Split"), ("effectiveOn", "1/3/2025"), ("document.number", "01/NQ-HĐND"), ("document.date", "20/02/2025"),
            ("from0", "sở thông tin"), ("to0", "Sở Khoa học"), ("share0", "0,7"), ("to1", "so van hoa"), ("share1", "0,3"))).Value!;

        Assert.Equal((SuccessionKind.Split, new DateOnly(2025, 3, 1)), (order.Kind, order.EffectiveOn));
        Assert.Equal([0.7m, 0.3m], order.To.Select(t => t.Share));
        Assert.Equal("Sở Thông tin", register.NameOf(Assert.Single(order.From)));
    }

    [Fact]
    public async Task One_heir_alone_takes_all() =>
        Assert.Equal(1, (await Read(("kind", "Merge"), ("effectiveOn", "1/3/2025"), ("document.number", "1"), ("document.date", "1/2/2025"),
            ("from0", "so thong tin"), ("to0", "so khoa hoc"))).Value!.To.Single().Share);

    [Fact]
    public async Task What_could_not_be_read_is_named_by_field_all_at_once() => Assert.Equal(
        ["kind", "from", "to", "effectiveOn", "document.date"], (await Read(
            ("kind", "x"), ("effectiveOn", "30/02/2025"), ("from0", "không có"), ("to0", "sở"), ("share0", "1.5"))).Refusal!.Errors.Keys);

    [Fact]
    public async Task A_name_that_fits_several_is_refused_with_those_it_fits()
    {
        var message = (await Read(("kind", "Merge"), ("effectiveOn", "1/3/2025"), ("document.date", "1/2/2025"), ("from0", "tân an"))).Refusal!.Errors["from"].Single();

        Assert.Contains("khớp 2 đơn vị", message, StringComparison.Ordinal);
        Assert.Contains("đến 30/06/2025", message, StringComparison.Ordinal);
    }

    private async Task<Result<SuccessionOrder>> Read(params (string Name, string Value)[] fields)
    {
        var actor = new Actor(Guid.NewGuid(), "admin", "Quản trị", new HashSet<Role> { Role.Administrator }, null, Door.Page);
        var lookup = await AgencyLookup.Load(new AgencyReading(register, new BusinessClock(TimeProvider.System)), actor, default);
        var form = new FormCollection(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));
        return new SuccessionInputReader(AgencyInput.From(form), lookup).Read();
    }

    private sealed class Register : IAgencyRegister
    {
        private readonly Dictionary<Guid, Agency> all;

        public Register()
        {
            var city = Made("UBND thành phố", AgencyLevel.City, null);
            var ward = Made("UBND phường Tân An", AgencyLevel.Commune, city);
            ward.ValidTo = new DateOnly(2025, 6, 30);
            all = new[]
            {
                city, ward, Made("UBND phường Tân An", AgencyLevel.Commune, city), Made("Sở Thông tin", AgencyLevel.Department, city),
                Made("Sở Khoa học", AgencyLevel.Department, city), Made("Sở Văn hóa", AgencyLevel.Department, city),
            }.ToDictionary(a => a.Id);
        }

        public string NameOf(Guid id) => all[id].Names[0].Name;

        public Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel) => Task.FromResult<IReadOnlyDictionary<Guid, Agency>>(all);

        public Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Succession>>([]);

        private static Agency Made(string name, AgencyLevel level, Agency? parent) =>
            new() { Level = level, Kind = "", Names = { new(name, name, null) }, Parents = { new(parent?.Id, null) } };
    }
}
