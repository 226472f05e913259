using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Tests.Agencies;

/// <summary>A part of Cần Thơ as it was in 2024, and successions in the words of their documents.</summary>
internal sealed class City
{
    public City()
    {
        CanTho = Book.Add("UBND thành phố Cần Thơ", AgencyLevel.City);
        NinhKieu = Book.Add("UBND quận Ninh Kiều", AgencyLevel.District, CanTho, kind: "quận", groups: AgencyGroup.District);
        VinhThanh = Book.Add("UBND huyện Vĩnh Thạnh", AgencyLevel.District, CanTho, kind: "huyện", groups: AgencyGroup.District);
        ThoiBinh = Ward("Thới Bình");
        AnPhu = Ward("An Phú");
        AnNghiep = Ward("An Nghiệp");
        AnCu = Ward("An Cư");
        TanAn = Ward("Tân An");
        TownOfThanhAn = Book.Add("UBND thị trấn Thạnh An", AgencyLevel.Commune, VinhThanh, kind: "thị trấn", groups: AgencyGroup.Commune);
        CommuneOfThanhAn = Book.Add("UBND xã Thạnh An", AgencyLevel.Commune, VinhThanh, kind: "xã", groups: AgencyGroup.Commune);
        Planning = Department("Sở Kế hoạch và Đầu tư");
        Finance = Department("Sở Tài chính");
        Information = Department("Sở Thông tin và Truyền thông");
        Science = Department("Sở Khoa học và Công nghệ");
        Culture = Department("Sở Văn hóa, Thể thao và Du lịch");
    }

    public AgencyBook Book { get; } = new();

    public Agency CanTho { get; }
    public Agency NinhKieu { get; }
    public Agency VinhThanh { get; }
    public Agency ThoiBinh { get; }
    public Agency AnPhu { get; }
    public Agency AnNghiep { get; }
    public Agency AnCu { get; }
    public Agency TanAn { get; }
    public Agency TownOfThanhAn { get; }
    public Agency CommuneOfThanhAn { get; }
    public Agency Planning { get; }
    public Agency Finance { get; }
    public Agency Information { get; }
    public Agency Science { get; }
    public Agency Culture { get; }

    public Agency Ward(string name, Agency? parent = null, DateOnly? from = null) =>
        Book.Add($"UBND phường {name}", AgencyLevel.Commune, parent ?? NinhKieu, from, "phường", AgencyGroup.Commune);

    public static SuccessionOrder Order(SuccessionKind kind, DateOnly on, IEnumerable<Agency> from, params (Agency Agency, decimal Share)[] to) => new(
        kind, on, [.. from.Select(f => f.Id)], [.. to.Select(t => new SuccessionShare(t.Agency.Id, t.Share))], new("1192/NQ-UBTVQH15", new(2024, 9, 28)));

    public static IReadOnlyDictionary<string, IReadOnlyList<Assignment>> Choose(string area, params (Guid Id, Agency To)[] choices) =>
        new Dictionary<string, IReadOnlyList<Assignment>> { [area] = [.. choices.Select(c => new Assignment(c.Id, c.To.Id))] };

    public SuccessionOrder ThreeWards() =>
        Order(SuccessionKind.Merge, new(2024, 11, 1), [AnPhu, AnNghiep, AnCu], (ThoiBinh, 1));

    public async Task<Succession> Apply(SuccessionOrder order)
    {
        var result = await Book.Planning.Apply(Given.Administrator, order, default);
        Assert.True(result.Refusal is null, string.Join("; ", result.Refusal?.Errors.SelectMany(e => e.Value) ?? []));
        return result.Value!;
    }

    /// <summary>The fields a refused order names; nothing is changed, which the book itself asserts.</summary>
    public async Task<string[]> Refused(SuccessionOrder order)
    {
        var result = await Book.Planning.Apply(Given.Administrator, order, default);
        Assert.Equal(RefusalKind.Invalid, result.Refusal?.Kind);
        return [.. result.Refusal!.Errors.Keys];
    }

    private Agency Department(string name) => Book.Add(name, AgencyLevel.Department, CanTho, kind: "sở", groups: AgencyGroup.Department);
}
