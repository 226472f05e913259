using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Agencies;

/// <summary>Use cases that keep the list of agencies: new ones, corrections, new parents and levels. Names and ends come by succession.</summary>
public sealed class AgencyAdministration(IStore store, BusinessClock clock)
{
    /// <summary>The refusal for an agency that is not there.</summary>
    public static Refusal UnknownAgency { get; } = Refusal.NotFound("agencies.unknown", "Không có cơ quan này.");

    /// <summary>Records a new agency.</summary>
    public async Task<Result<Agency>> Create(Actor actor, Result<NewAgency> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageAgencies) is { } refusal)
            return refusal;
        return await store.Write(actor, async changes =>
        {
            if (input.Refused(out var unreadable, out var asked))
                return unreadable;
            var agency = Made(asked);
            if (AgencyRules.CheckNew(agency, await changes.Agencies.All(cancel)) is { } invalid)
                return invalid;
            changes.Agencies.Add(agency);
            changes.Record(AgencyHistory.Row(
                actor, clock.UtcNow, AgencyHistory.Entity, agency.Id, agency.Id, "create", null, AgencyHistory.Fields(agency)));
            return (Result<Agency>)agency;
        }, cancel);
    }

    /// <summary>Corrects what is not dated, and adds a new parent or level from a day on.</summary>
    public async Task<Result<Agency>> Edit(Actor actor, Guid id, ExpectedVersion version, Result<AgencyEdit> input, CancellationToken cancel) =>
        await Change(actor, id, version, "edit", (agency, all, changes) =>
        {
            if (input.Refused(out var unreadable, out var asked))
                return Task.FromResult<Refusal?>(unreadable);
            return Task.FromResult(AgencyRules.CheckEdit(agency, asked with { ShortName = VietnameseText.Clean(asked.ShortName) }, all));
        }, (agency, _) =>
        {
            Put(agency, input.Value!);
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    /// <summary>Takes out an agency that nothing refers to; with data it is never deleted, it ends by a succession.</summary>
    public async Task<Result<Agency>> Delete(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        await Change(actor, id, version, "delete", (_, _, _) => Task.FromResult<Refusal?>(null), async (agency, changes) =>
        {
            if (agency.SeedKey is not null)
                return Refusal.Conflict("agencies.has-data", "Đơn vị thuộc danh mục ban đầu nên không xóa được. Chưa có gì thay đổi.");
            if (await changes.Agencies.WhatRefersTo(id, cancel) is { Count: > 0 } what)
                return Refusal.Conflict("agencies.has-data", $"Đơn vị đã có dữ liệu ({string.Join(", ", what)}) nên không xóa được; đơn vị thôi hoạt động thì ghi bằng sắp xếp đơn vị. Chưa có gì thay đổi.");
            changes.Agencies.Remove(agency);
            return null;
        }, cancel);

    private async Task<Result<Agency>> Change(
        Actor actor, Guid id, ExpectedVersion version, string what,
        Func<Agency, IReadOnlyDictionary<Guid, Agency>, IChanges, Task<Refusal?>> check, Func<Agency, IChanges, Task<Refusal?>> apply,
        CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } unseen)
            return unseen;
        return await store.Write(actor, async changes =>
        {
            var all = await changes.Agencies.All(cancel);
            if (!all.TryGetValue(id, out var agency))
                return UnknownAgency;
            if (actor.Demand(Operation.ManageAgencies) is { } notAllowed)
                return notAllowed;
            if (await check(agency, all, changes) is { } invalid)
                return invalid;
            if (version.Check(agency.Version) is { } stale)
                return stale;
            var before = AgencyHistory.Fields(agency);
            if (await apply(agency, changes) is { } refused)
                return refused;
            agency.Version++;
            changes.Record(AgencyHistory.Row(
                actor, clock.UtcNow, AgencyHistory.Entity, id, id, what, before, what == "delete" ? null : AgencyHistory.Fields(agency)));
            return (Result<Agency>)agency;
        }, cancel);
    }

    private static Agency Made(NewAgency asked)
    {
        var name = VietnameseText.Clean(asked.Name) ?? "";
        var agency = new Agency
        {
            Level = asked.Level,
            Kind = VietnameseText.Clean(asked.Kind) ?? "",
            ValidFrom = asked.ValidFrom,
            OwesReports = asked.OwesReports,
            Groups = [.. asked.Groups],
            Names = { new(name, VietnameseText.Clean(asked.ShortName) ?? name, null) },
        };
        if (asked.ParentId is { } parent)
            agency.Parents.Add(new(parent, null));
        agency.SearchText = AgencyRules.SearchTextOf(agency);
        return agency;
    }

    private void Put(Agency agency, AgencyEdit edit)
    {
        if (VietnameseText.Clean(edit.ShortName) is { } shortName)
        {
            var name = agency.NameOn(clock.Today);
            agency.Names[agency.Names.IndexOf(name)] = name with { ShortName = shortName };
            agency.SearchText = AgencyRules.SearchTextOf(agency);
        }
        agency.OwesReports = edit.OwesReports ?? agency.OwesReports;
        if (edit.Groups is { } groups)
        {
            agency.Groups.Clear();
            agency.Groups.AddRange(groups);
        }
        if (edit.Parent is { } parent)
            agency.Parents.Add(parent);
        if (edit.Level is { } level)
            agency.Levels.Add(level);
    }
}
