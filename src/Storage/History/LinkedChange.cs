using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.History;

namespace PlanTracker.Storage.History;

/// <summary>A row with its place in the chain.</summary>
internal sealed record LinkedChange
{
    public required Change Change { get; init; }

    public required long Number { get; init; }

    public required string? RowHash { get; init; }

    public required string? ChainHash { get; init; }
}

/// <summary>Reads rows with their places.</summary>
internal static class LinkedChanges
{
    public static IQueryable<LinkedChange> Linked(this IQueryable<Change> changes) => changes.AsNoTracking().Select(c => new LinkedChange
    {
        Change = c,
        Number = EF.Property<long>(c, ChangeMapping.Sequence),
        RowHash = EF.Property<string?>(c, ChangeMapping.RowHash),
        ChainHash = EF.Property<string?>(c, ChangeMapping.ChainHash),
    });
}
