using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Domain.Tests.UnitPlans;

/// <summary>Agencies with plans of their own: a district, its communes and a department, under plan 246.</summary>
internal sealed class UnitWorld : IAgencyRegister
{
    public static readonly DateOnly Sep10 = new(2024, 9, 10);

    private readonly Dictionary<Guid, Agency> agencies;

    public UnitWorld(Plan? city = null)
    {
        City = city ?? Given.Plan246();
        Store = new(City, City.Year == 2024 ? Sep10 : new(City.Year, 9, 10));
        CaiKhe = Owing("UBND phường Cái Khế", AgencyLevel.Commune, Given.NinhKieu);
        AnHoa = Owing("UBND phường An Hòa", AgencyLevel.Commune, Given.NinhKieu);
        TraNoc = Owing("UBND phường Trà Nóc", AgencyLevel.Commune, Owing("UBND quận Bình Thủy", AgencyLevel.District, null));
        agencies = new[] { Given.SoNoiVu, Given.SoVanHoa, Given.NinhKieu, CaiKhe, AnHoa, TraNoc }.ToDictionary(a => a.Id);
        agencies.TryAdd(TraNoc.Parents[0].ParentId!.Value, Owing("UBND quận Bình Thủy", AgencyLevel.District, null, TraNoc.Parents[0].ParentId!.Value));
        ReporterOfCaiKhe = Given.Person("baocao.caikhe", CaiKhe, Role.Reporter);
        HeadOfCaiKhe = Given.Person("truong.caikhe", CaiKhe, Role.Head);
    }

    public Plan City { get; }
    public InMemory Store { get; }
    public Agency CaiKhe { get; }
    public Agency AnHoa { get; }
    public Agency TraNoc { get; }
    public Actor ReporterOfCaiKhe { get; }
    public Actor HeadOfCaiKhe { get; }

    public UnitPlanDesk Desk => new(Store, Store, this, Store.Clock);
    public UnitPlanRows Rows => new(Store, Store, Store.Clock);
    public UnitResultDesk Results => new(Store, Store, Store.Clock);
    public UnitPlanReading Reading => new(Store.Units, Store, Store.Matters, this, Store.Clock);
    public UnitCoverage Coverage => new(Store.Units, Store, this, Store.Clock);
    public UnitProgress Progress => new(Store, Store.Units, Store, this, Store.Clock);

    public Task<IReadOnlyDictionary<Guid, Agency>> All(CancellationToken cancel) => Task.FromResult<IReadOnlyDictionary<Guid, Agency>>(agencies);

    public Task<IReadOnlyList<Succession>> Successions(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Succession>>([]);

    public async Task<UnitPlan> Draft(Actor actor, string title = "Tuyên truyền CCHC năm 2024", Guid? parentId = null) =>
        Done(await Desk.Draft(actor, City.Id, new UnitPlanOrder(null, title, parentId), default));

    public async Task<UnitPlan> Issued(Actor actor, params UnitActivityOrder[] rows)
    {
        var plan = await Draft(actor);
        foreach (var row in rows.DefaultIfEmpty(new("Đăng tin trên trang thông tin điện tử")))
            Done(await Rows.Add(actor, plan.Id, ExpectedVersion.Any, row, default));
        return Done(await Desk.Issue(actor, plan.Id, ExpectedVersion.Any, new UnitPlanNumber("12/KH-UBND", new(City.Year, 1, 20)), null, default));
    }

    public async Task<UnitResult> Confirmed(UnitPlan plan, UnitActivity row, decimal? quantity, DateOnly date)
    {
        var made = Done(await Results.Log(Given.Coordinator, plan.Id, row.Id, new UnitResultOrder(date, quantity, "Đã làm", NoEvidenceReason: "Đang trình ký"), default));
        return Done(await Results.Confirm(Given.SecondCoordinator, made.Id, ExpectedVersion.Any, default));
    }

    public static T Done<T>(Result<T> result) =>
        result.Refused(out var refusal, out var value) ? throw new InvalidOperationException($"{refusal.Code}: {refusal.Message} {string.Join(' ', refusal.Errors.Select(e => $"{e.Key}: {e.Value[0]}"))}") : value;

    private static Agency Owing(string name, AgencyLevel level, Agency? parent, Guid? id = null) =>
        new() { Id = id ?? Guid.CreateVersion7(), Level = level, Kind = "", OwesReports = true, Names = { new(name, name, null) }, Parents = { new(parent?.Id, null) } };
}
