namespace PlanTracker.Domain.Agencies;

/// <summary>A new agency, as it is asked for.</summary>
/// <param name="Name">In full: "UBND phường Tân An".</param>
/// <param name="ShortName">For screens; null for the full name.</param>
/// <param name="Kind">As spoken: sở, phường, xã.</param>
/// <param name="Level">Level.</param>
/// <param name="ParentId">Agency above; null only at the top and outside the city.</param>
/// <param name="ValidFrom">First day; null for before anything recorded.</param>
/// <param name="OwesReports">Whether it owes periodic reports.</param>
/// <param name="Groups">Groups it belongs to.</param>
public sealed record NewAgency(
    string? Name, string? ShortName, string? Kind, AgencyLevel Level, Guid? ParentId, DateOnly? ValidFrom, bool OwesReports,
    IReadOnlyList<AgencyGroup> Groups);

/// <summary>A change of an agency; what is null stays. Its full name changes by a succession only.</summary>
/// <param name="ShortName">Correction of the short name in force.</param>
/// <param name="OwesReports">Whether it owes periodic reports.</param>
/// <param name="Groups">Groups it belongs to.</param>
/// <param name="Parent">A new parent from a day on.</param>
/// <param name="Level">A new level from a day on.</param>
public sealed record AgencyEdit(
    string? ShortName, bool? OwesReports, IReadOnlyList<AgencyGroup>? Groups, AgencyParent? Parent, AgencyLevelChange? Level);

/// <summary>What an agency may be, beside those that are recorded. Field names are the API's.</summary>
internal static class AgencyRules
{
    public const int MaxName = 300;
    public const int MaxShortName = 100;
    public const int MaxKind = 50;

    /// <summary>Names and kinds without marks and case.</summary>
    public static string SearchTextOf(Agency agency) => VietnameseText.Fold(
        string.Join(' ', agency.Names.Select(n => $"{n.Name} {n.ShortName} {n.Kind}").Append(agency.Kind)));

    /// <summary>What is wrong with a new agency; null when nothing is.</summary>
    public static Refusal? CheckNew(Agency agency, IReadOnlyDictionary<Guid, Agency> all)
    {
        var errors = new FieldErrors();
        var name = agency.Names[0];
        errors.Line("name", name.Name.Length == 0 ? null : name.Name, MaxName, "Tên đầy đủ");
        errors.Line("shortName", name.ShortName == name.Name ? null : name.ShortName, MaxShortName, "Tên gọi tắt", needed: false);
        errors.Line("kind", agency.Kind.Length == 0 ? null : agency.Kind, MaxKind, "Loại đơn vị");
        errors.Day("validFrom", agency.ValidFrom);
        if (!Enum.IsDefined(agency.Level))
            errors.Add("level", "Cấp không có trong danh mục.");
        CheckGroups(errors, agency.Groups);
        var parentId = agency.Parents.Count == 0 ? null : agency.Parents[0].ParentId;
        if (parentId is null && agency.Level is not (AgencyLevel.City or AgencyLevel.External))
            errors.Add("parentId", "Cần chọn đơn vị cấp trên.");
        else if (parentId is { } above && !all.ContainsKey(above))
            errors.Add("parentId", "Đơn vị cấp trên không có trong danh mục.");
        if (errors.Refusal is { } refusal)
            return refusal;
        CheckPlace(errors, agency, all, "parentId");
        if (AgencyNames.Twin(agency, name.Name, parentId, agency.ValidFrom ?? DateOnly.MinValue, all.Values) is not null)
            errors.Add("name", "Đã có đơn vị cùng tên, cùng đơn vị cấp trên vào thời gian này.");
        return errors.Refusal;
    }

    /// <summary>What is wrong with a change; null when nothing is.</summary>
    public static Refusal? CheckEdit(Agency agency, AgencyEdit edit, IReadOnlyDictionary<Guid, Agency> all)
    {
        var errors = new FieldErrors();
        errors.Line("shortName", edit.ShortName, MaxShortName, "Tên gọi tắt", needed: false);
        CheckGroups(errors, edit.Groups ?? []);
        if (edit.Parent is { } parent)
            CheckParent(errors, agency, parent, all);
        if (edit.Level is { } level && CheckDay(errors, "level.from", agency, level.From, agency.Levels.Select(l => (DateOnly?)l.From).Max()))
        {
            if (!Enum.IsDefined(level.Level) || level.Level == agency.LevelOn(level.From))
                errors.Add("level.level", "Cấp mới phải khác cấp đang có.");
        }
        return errors.Refusal;
    }

    private static void CheckGroups(FieldErrors errors, IReadOnlyList<AgencyGroup> groups)
    {
        if (groups.Any(g => !Enum.IsDefined(g)) || groups.Distinct().Count() < groups.Count)
            errors.Add("groups", "Nhóm không có trong danh mục, hoặc được ghi hai lần.");
    }

    private static void CheckParent(FieldErrors errors, Agency agency, AgencyParent parent, IReadOnlyDictionary<Guid, Agency> all)
    {
        if (parent.From is not { } from)
            errors.Add("parent.from", "Cần ghi ngày bắt đầu thuộc đơn vị cấp trên mới.");
        else if (parent.ParentId is not { } above || !all.ContainsKey(above))
            errors.Add("parent.parentId", "Đơn vị cấp trên không có trong danh mục.");
        else if (CheckDay(errors, "parent.from", agency, from, agency.Parents.Select(p => p.From).Max()))
        {
            if (agency.ParentOn(from) == above)
                errors.Add("parent.parentId", "Đơn vị đang thuộc đơn vị cấp trên này.");
            else if (AgencyNames.Twin(agency, agency.NameOn(from).Name, above, from, all.Values) is not null)
                errors.Add("parent.parentId", "Đơn vị cấp trên này đã có đơn vị trực thuộc cùng tên.");
            else
                CheckPlace(errors, agency, all, "parent.parentId", parent);
        }
    }

    // Dated rows are only ever added after the last one: what was is not rewritten.
    private static bool CheckDay(FieldErrors errors, string field, Agency agency, DateOnly from, DateOnly? last)
    {
        errors.Day(field, from);
        if (last is { } known && from <= known)
            errors.Add(field, $"Đã có thay đổi ghi từ ngày {known:dd/MM/yyyy}; ngày mới phải sau ngày đó.");
        else if (agency.ValidFrom is { } first && from <= first)
            errors.Add(field, $"Đơn vị bắt đầu từ ngày {first:dd/MM/yyyy}; ngày mới phải sau ngày đó.");
        else if (agency.ValidTo is { } end && from > end)
            errors.Add(field, $"Đơn vị kết thúc hoạt động hết ngày {end:dd/MM/yyyy}; ngày mới phải trước hoặc trong ngày đó.");
        return errors.IsFine(field);
    }

    private static void CheckPlace(
        FieldErrors errors, Agency agency, IReadOnlyDictionary<Guid, Agency> all, string field, AgencyParent? added = null)
    {
        var before = all.Values.Where(a => a.Id != agency.Id).Select(TreeNode.Of).ToList();
        var node = TreeNode.Of(agency);
        var after = before.Append(added is null ? node : node with { Parents = [.. node.Parents, added] }).ToList();
        var known = added is null ? before : [.. before, node];
        foreach (var fault in AgencyTree.NewFaults(known, after))
        {
            errors.Add(field, fault.Kind is TreeFaultKind.Cycle
                ? "Đơn vị cấp trên này thuộc chính đơn vị đang ghi: cây đơn vị sẽ thành vòng."
                : $"Đơn vị cấp trên không tồn tại vào ngày {(fault.Day == DateOnly.MinValue ? "bắt đầu (trước mọi dữ liệu)" : fault.Day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture))}.");
        }
    }
}
