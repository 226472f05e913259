namespace PlanTracker.Domain.Agencies;

/// <summary>What can be wrong with the tree of agencies.</summary>
public enum TreeFaultKind
{
    /// <summary>An agency is above itself.</summary>
    Cycle,
    /// <summary>The parent does not exist on the day.</summary>
    Gap,
}

/// <summary>An agency, and the first day on which its place in the tree is wrong.</summary>
public sealed record TreeFault(Guid AgencyId, TreeFaultKind Kind, DateOnly Day);

/// <summary>An agency's place in the tree over time.</summary>
public sealed record TreeNode(Guid Id, DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyList<AgencyParent> Parents)
{
    /// <summary>The place of an agency as recorded.</summary>
    public static TreeNode Of(Agency agency) => new(agency.Id, agency.ValidFrom, agency.ValidTo, [.. agency.Parents]);

    /// <summary>Whether it exists on the day.</summary>
    public bool ExistsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    /// <summary>The parent on the day; null at the top.</summary>
    public Guid? ParentOn(DateOnly day) =>
        Parents.Where(p => p.From is null || p.From <= day).MaxBy(p => p.From ?? DateOnly.MinValue)?.ParentId;
}

/// <summary>The tree of agencies on every day: looked at on the days on which anything of it changes, which is all there is to know.</summary>
public static class AgencyTree
{
    /// <summary>Everything wrong with a tree, the first day of each.</summary>
    public static IReadOnlyList<TreeFault> Faults(IReadOnlyCollection<TreeNode> nodes)
    {
        var byId = nodes.ToDictionary(n => n.Id);
        var faults = new Dictionary<(Guid, TreeFaultKind), TreeFault>();
        foreach (var day in DaysOf(nodes))
        {
            foreach (var node in nodes.Where(n => n.ExistsOn(day)))
            {
                if (node.ParentOn(day) is { } parent && (!byId.TryGetValue(parent, out var above) || !above.ExistsOn(day)))
                    faults.TryAdd((node.Id, TreeFaultKind.Gap), new(node.Id, TreeFaultKind.Gap, day));
                else if (IsAboveItself(node, day, byId))
                    faults.TryAdd((node.Id, TreeFaultKind.Cycle), new(node.Id, TreeFaultKind.Cycle, day));
            }
        }
        return [.. faults.Values];
    }

    /// <summary>What a change makes wrong that was not wrong before.</summary>
    public static IReadOnlyList<TreeFault> NewFaults(IReadOnlyCollection<TreeNode> before, IReadOnlyCollection<TreeNode> after)
    {
        var known = Faults(before).Select(f => (f.AgencyId, f.Kind)).ToHashSet();
        return [.. Faults(after).Where(f => !known.Contains((f.AgencyId, f.Kind)))];
    }

    private static IEnumerable<DateOnly> DaysOf(IReadOnlyCollection<TreeNode> nodes) => nodes
        .SelectMany(n => n.Parents.Select(p => p.From).Append(n.ValidFrom).Append(n.ValidTo is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null))
        .Select(day => day ?? DateOnly.MinValue).Append(DateOnly.MinValue).Distinct().Order();

    private static bool IsAboveItself(TreeNode node, DateOnly day, Dictionary<Guid, TreeNode> byId)
    {
        var seen = new HashSet<Guid>();
        for (var above = node.ParentOn(day); above is { } id; above = byId.TryGetValue(id, out var next) ? next.ParentOn(day) : null)
        {
            if (id == node.Id)
                return true;
            if (!seen.Add(id))
                return false;
        }
        return false;
    }
}
