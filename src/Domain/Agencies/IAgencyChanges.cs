using PlanTracker.Domain.Activities;

namespace PlanTracker.Domain.Agencies;

/// <summary>Agencies inside a write, and what of other areas a succession moves.</summary>
public interface IAgencyChanges
{
    /// <summary>Every agency ever recorded, by id; what is changed on them is kept.</summary>
    Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel);

    /// <summary>Every succession ever recorded, by its day; for reading.</summary>
    Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel);

    /// <summary>Adds a new agency.</summary>
    void Add(Agency agency);

    /// <summary>Adds a succession.</summary>
    void Add(Succession succession);

    /// <summary>Takes out an agency that nothing refers to.</summary>
    void Remove(Agency agency);

    /// <summary>What refers to the agency, in Vietnamese words ("tài khoản", "kế hoạch"); empty when nothing does.</summary>
    Task<IReadOnlyList<string>> WhatRefersTo(Guid agencyId, CancellationToken cancel);

    /// <summary>The people who work for one of the agencies on the day, also disabled ones.</summary>
    Task<IReadOnlyList<AgencyPerson>> PeopleOf(IReadOnlySet<Guid> agencies, DateOnly day, CancellationToken cancel);

    /// <summary>Lets a person work for an agency from a day on.</summary>
    Task MovePerson(Guid accountId, Guid agencyId, DateOnly from, CancellationToken cancel);

    /// <summary>The activities that one of the agencies leads on the day; what is changed on them is kept.</summary>
    Task<IReadOnlyList<LedActivity>> LedBy(IReadOnlySet<Guid> agencies, DateOnly day, CancellationToken cancel);
}

/// <summary>A person as far as a succession is concerned.</summary>
public sealed record AgencyPerson(Guid AccountId, string UserName, string FullName, Guid AgencyId);

/// <summary>An activity with what is needed of its plan.</summary>
public sealed record LedActivity(Activity Activity, string PlanNumber, DateOnly PlanTo);
