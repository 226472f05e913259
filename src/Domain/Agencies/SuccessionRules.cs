namespace PlanTracker.Domain.Agencies;

/// <summary>What a succession may be, against the agencies as they are recorded. Field names are the API's.</summary>
internal sealed class SuccessionRules(IReadOnlyDictionary<Guid, Agency> agencies, IReadOnlyList<Succession> earlier)
{
    private const int MostFrom = 200;
    private const int MostTo = 50;
    private const int MostChoices = 5000;

    private readonly FieldErrors errors = new();

    /// <summary>The order with its texts trimmed.</summary>
    public static SuccessionOrder Clean(SuccessionOrder order) => order with
    {
        Document = order.Document with { Number = VietnameseText.Clean(order.Document.Number) ?? "" },
        Name = order.Name is { } name
            ? new(VietnameseText.Clean(name.Name) ?? "", VietnameseText.Clean(name.ShortName), VietnameseText.Clean(name.Kind)) : null,
    };

    /// <summary>What is wrong with the order; null when nothing is.</summary>
    public Refusal? Check(SuccessionOrder order)
    {
        errors.Day("effectiveOn", order.EffectiveOn);
        errors.Line("document.number", order.Document.Number.Length == 0 ? null : order.Document.Number, 100, "Số, ký hiệu văn bản");
        errors.Day("document.date", order.Document.Date);
        CheckLists(order);
        if (!errors.IsFine("effectiveOn") || !errors.IsFine("from") || !errors.IsFine("to"))
            return errors.Refusal;
        CheckKind(order);
        CheckFrom(order);
        CheckTo(order);
        CheckChoices(order);
        if (errors.Refusal is null && order.Kind is SuccessionKind.Rename)
            CheckName(order);
        return errors.Refusal;
    }

    /// <summary>What the order would do to the tree: the day it begins and after it, nobody hangs under what is gone or under themselves.</summary>
    public Refusal? CheckTree(SuccessionOrder order, IReadOnlyList<MovedThing> children)
    {
        var moved = children.Where(c => c.Moves).ToDictionary(c => c.Id, c => c.To);
        var before = agencies.Values.Select(TreeNode.Of).ToList();
        var after = agencies.Values.Select(a => TreeNode.Of(a) with
        {
            ValidTo = order.Ended.Contains(a.Id) ? order.EffectiveOn.AddDays(-1) : a.ValidTo,
            Parents = moved.TryGetValue(a.Id, out var to) ? [.. Kept(a, order), new AgencyParent(to, ChildMover.DayOf(a, order))] : [.. a.Parents],
        }).ToList();
        foreach (var fault in AgencyTree.NewFaults(before, after))
        {
            var name = agencies[fault.AgencyId].NameOn(fault.Day).Name;
            errors.Add("children", fault.Kind is TreeFaultKind.Cycle
                ? $"Từ ngày {fault.Day:dd/MM/yyyy}, {name} trở thành cấp trên của chính mình. Hãy chọn đơn vị cấp trên khác."
                : $"Từ ngày {fault.Day:dd/MM/yyyy}, {name} không còn đơn vị cấp trên. Hãy chọn đơn vị cấp trên mới.");
        }
        return errors.Refusal;
    }

    private static IEnumerable<AgencyParent> Kept(Agency agency, SuccessionOrder order) =>
        agency.Parents.Where(p => p.From != ChildMover.DayOf(agency, order));

    private void CheckLists(SuccessionOrder order)
    {
        if (!Enum.IsDefined(order.Kind))
            errors.Add("kind", "Loại sắp xếp không có trong danh mục.");
        if (order.From.Count is 0 or > MostFrom)
            errors.Add("from", order.From.Count == 0 ? "Cần chọn đơn vị được sắp xếp." : $"Mỗi lần sắp xếp tối đa {MostFrom} đơn vị.");
        if (order.To.Count > MostTo)
            errors.Add("to", $"Mỗi lần sắp xếp tối đa {MostTo} đơn vị tiếp nhận.");
        if (order.From.Distinct().Count() < order.From.Count)
            errors.Add("from", "Có đơn vị được ghi hai lần.");
        if (order.To.DistinctBy(t => t.AgencyId).Count() < order.To.Count)
            errors.Add("to", "Có đơn vị tiếp nhận được ghi hai lần.");
        if (order.From.Any(f => !agencies.ContainsKey(f)))
            errors.Add("from", "Có đơn vị không có trong danh mục.");
        if (order.To.Any(t => !agencies.ContainsKey(t.AgencyId)))
            errors.Add("to", "Có đơn vị tiếp nhận không có trong danh mục.");
    }

    private void CheckKind(SuccessionOrder order)
    {
        var self = order.From.Count(f => order.To.Any(t => t.AgencyId == f));
        switch (order.Kind)
        {
            case SuccessionKind.Merge when order.To.Count != 1:
                errors.Add("to", "Sáp nhập cần đúng một đơn vị tiếp nhận, tỷ lệ 1.");
                break;
            case SuccessionKind.Merge when order.Ended.Count == 0:
                errors.Add("from", "Sáp nhập cần ít nhất một đơn vị kết thúc, khác với đơn vị tiếp nhận.");
                break;
            case SuccessionKind.Split:
                if (order.From.Count != 1)
                    errors.Add("from", "Chia, tách mỗi lần một đơn vị.");
                if (order.To.Count < 2)
                    errors.Add("to", "Chia, tách cần từ hai đơn vị tiếp nhận trở lên; đơn vị bị tách có thể là một trong số đó nếu còn hoạt động.");
                break;
            case SuccessionKind.Rename when order.From.Count != 1 || order.To.Count > 1 || (order.To.Count == 1 && self == 0):
                errors.Add("to", "Đổi tên giữ nguyên đơn vị: chỉ ghi một đơn vị, không ghi đơn vị tiếp nhận khác.");
                break;
            case SuccessionKind.Dissolve when self > 0:
                errors.Add("to", "Đơn vị kết thúc hoạt động không thể tự tiếp nhận.");
                break;
        }
        if (order.To.Any(t => t.Share is <= 0 or > 1))
            errors.Add("to", "Tỷ lệ của mỗi đơn vị tiếp nhận phải lớn hơn 0 và không quá 1.");
        else if (order.To.Count > 0 && order.To.Sum(t => t.Share) is var sum && sum != 1)
            errors.Add("to", $"Tổng các tỷ lệ phải bằng đúng 1, đang là {VietnameseNumber.Show(sum)}.");
        if (order.Name is not null && order.Kind is not SuccessionKind.Rename)
            errors.Add("name", "Tên mới chỉ ghi khi đổi tên.");
    }

    private void CheckFrom(SuccessionOrder order)
    {
        var before = order.EffectiveOn.AddDays(-1);
        foreach (var agency in order.From.Select(f => agencies[f]))
        {
            var name = agency.NameOn(before).Name;
            if (agency.ValidFrom > before)
                errors.Add("effectiveOn", $"{name} bắt đầu từ ngày {agency.ValidFrom:dd/MM/yyyy}; ngày hiệu lực phải sau ngày đó.");
            else if (agency.ValidTo is { } last && (order.Ended.Contains(agency.Id) || last < order.EffectiveOn))
                errors.Add("from", $"{name} {(last < before ? "đã kết thúc" : "đã có quyết định kết thúc")} hoạt động từ hết ngày {last:dd/MM/yyyy}.");
            else if (order.Ended.Contains(agency.Id))
                CheckLater(agency, name, order);
        }
    }

    // History is not rewritten: an agency does not end before something that is already recorded of it.
    private void CheckLater(Agency agency, string name, SuccessionOrder order)
    {
        if (agency.Names.Select(n => n.From).Concat(agency.Parents.Select(p => p.From)).Concat(agency.Levels.Select(l => (DateOnly?)l.From)).Max() is { } later
            && later >= order.EffectiveOn)
            errors.Add("from", $"{name} đã có thay đổi ghi từ ngày {later:dd/MM/yyyy} nên không thể kết thúc trước ngày đó.");
        if (earlier.LastOrDefault(s => s.EffectiveOn >= order.EffectiveOn && s.To.Any(t => t.AgencyId == agency.Id)) is { } taken)
            errors.Add("from", $"{name} tiếp nhận đơn vị khác từ ngày {taken.EffectiveOn:dd/MM/yyyy} (văn bản {taken.Document.Number}) nên không thể kết thúc trước ngày đó.");
    }

    private void CheckTo(SuccessionOrder order)
    {
        foreach (var heir in order.To.Select(t => agencies[t.AgencyId]))
        {
            if (heir.ExistsOn(order.EffectiveOn))
                continue;
            var name = heir.NameOn(order.EffectiveOn).Name;
            errors.Add("to", heir.ValidFrom > order.EffectiveOn
                ? $"{name} chỉ bắt đầu từ ngày {heir.ValidFrom:dd/MM/yyyy}, sau ngày hiệu lực: giữa hai ngày không có đơn vị nào tiếp nhận."
                : $"{name} đã kết thúc hoạt động từ hết ngày {heir.ValidTo:dd/MM/yyyy}.");
        }
    }

    private void CheckChoices(SuccessionOrder order)
    {
        foreach (var (area, choices) in order.Choices)
        {
            if (choices.Count > MostChoices || choices.DistinctBy(c => c.Id).Count() < choices.Count)
                errors.Add(area, "Có mục được chọn hai lần, hoặc quá nhiều mục.");
            foreach (var target in choices.Select(c => c.AgencyId).Distinct())
            {
                if (!agencies.TryGetValue(target, out var agency) || !agency.ExistsOn(order.EffectiveOn) || order.Ended.Contains(target))
                    errors.Add(area, "Có đơn vị được chọn không tồn tại vào ngày hiệu lực.");
                else if (area != "children" && order.To.Count > 0 && order.To.All(t => t.AgencyId != target))
                    errors.Add(area, $"{agency.NameOn(order.EffectiveOn).Name} không phải là đơn vị tiếp nhận.");
            }
        }
    }

    private void CheckName(SuccessionOrder order)
    {
        var agency = agencies[order.From[0]];
        errors.Line("name", order.Name?.Name is { Length: > 0 } given ? given : null, AgencyRules.MaxName, "Tên mới");
        errors.Line("shortName", order.Name?.ShortName, AgencyRules.MaxShortName, "Tên gọi tắt", needed: false);
        errors.Line("agencyKind", order.Name?.Kind, AgencyRules.MaxKind, "Loại đơn vị", needed: false);
        if (errors.Refusal is not null)
            return;
        if (agency.Names.Exists(n => n.From >= order.EffectiveOn))
            errors.Add("effectiveOn", $"Đã có tên ghi từ ngày {agency.Names.Max(n => n.From):dd/MM/yyyy}; ngày hiệu lực phải sau ngày đó.");
        else if (agency.NameOn(order.EffectiveOn).Name == order.Name!.Name)
            errors.Add("name", "Tên mới trùng với tên đang dùng.");
        else if (AgencyNames.Twin(agency, order.Name.Name, agency.ParentOn(order.EffectiveOn), order.EffectiveOn, agencies.Values) is not null)
            errors.Add("name", "Đã có đơn vị khác cùng tên, cùng đơn vị cấp trên vào thời gian này.");
    }
}
