using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Dashboard.Obligations;

/// <summary>Who has sent the report of a period and who has not, with rates, trend, ranking and the map of agencies by periods.</summary>
public sealed partial class SendingPage
{
    private const int Rows = 25;

    private readonly List<string> wrongFilters = [];
    private Plan? plan;
    private SendingBoard? board;
    private RateLine? total;
    private IReadOnlyList<RateLine> levels = [], districts = [], agencies = [];
    private IReadOnlyList<ObligationView> all = [], shown = [];
    private ObligationState? state;
    private AgencyLevel? level;
    private Guid? district;
    private bool hasLetter;
    private int number = 1;
    private Refusal? trouble;
    private string title = "Tình hình nộp báo cáo";

    [SupplyParameterFromQuery(Name = "plan")]
    private string? PlanId { get; set; }

    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Level { get; set; }

    [SupplyParameterFromQuery(Name = "district")]
    private string? DistrictId { get; set; }

    [SupplyParameterFromQuery]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    /// <summary>Gets or sets whether the ranking is shown whole: <c>all</c>.</summary>
    [SupplyParameterFromQuery]
    private string? Rank { get; set; }

    [SupplyParameterFromQuery(Name = "da")]
    private string? Done { get; set; }

    [Inject]
    private HandReminders Reminders { get; set; } = default!;

    [Inject]
    private PlanReading Plans { get; set; } = default!;

    [Inject]
    private ObligationReading Obligations { get; set; } = default!;

    private bool MayRemind => Actor.May(Operation.ManageReminders);

    private IReadOnlyList<ObligationView> OnPage => [.. shown.Skip((number - 1) * Rows).Take(Rows)];

    private string LinkToRank => Link(state, 1) + "&rank=all#h-rank";

    private IEnumerable<AgencyRef> Districts => all.Select(v => v.District ?? (v.Level is AgencyLevel.District ? v.Agency : null)).OfType<AgencyRef>()
        .DistinctBy(d => d.Id).OrderBy(d => d.Name, VietnameseText.Order);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        plan = string.IsNullOrEmpty(PlanId)
            ? await Plans.Current(Actor, Cancel)
            : Given(await Plans.Find(Actor, Guid.TryParse(PlanId, out var id) ? id : Guid.Empty, Cancel));
        if (plan is null)
            return;
        board = Given(await Obligations.Board(Actor, plan.Id, string.IsNullOrEmpty(Period) ? null : Period, Cancel));
        if (board?.Chosen is not { } chosen)
            return;
        all = [.. board.OfChosen.OrderBy(v => v.Level).ThenBy(v => v.District?.Name ?? "", VietnameseText.Order).ThenBy(v => v.Agency.Name, VietnameseText.Order)];
        total = RateLine.Of("all", chosen.Name, [.. all.Select(v => v.Obligation)], board.Today);
        levels = await Obligations.Lines(all, RateBy.Level, Cancel);
        districts = [.. (await Obligations.Lines([.. all.Where(v => v.District is not null || v.Level is AgencyLevel.District)], RateBy.District, Cancel))];
        agencies = await Obligations.Lines([.. board.All.Where(v => v.Obligation.DueOn < board.Today)], RateBy.Agency, Cancel);
        hasLetter = all.Any(v => v.DaysOverdue >= ReminderLadder.LetterAfterDays);
        title = total.NotYetDue > 0
            ? $"{chosen.Name}: {total.Received}/{total.Expected} đã gửi, {total.NotYetDue} chưa đến hạn"
            : $"{chosen.Name}: {total.Received}/{total.Expected} đã gửi, {total.Overdue} quá hạn";
        Narrow();
    }

    private void Narrow()
    {
        state = Chosen<ObligationState>(State, "Trạng thái");
        level = Chosen<AgencyLevel>(Level, "Cấp");
        district = Guid.TryParse(DistrictId, out var id) ? id : null;
        if (district is null && !string.IsNullOrEmpty(DistrictId))
            wrongFilters.Add("Quận, huyện được lọc không có; đang hiện tất cả.");
        var wanted = VietnameseText.Fold(Search ?? "");
        shown = [.. all.Where(v => (state is null || v.State == state) && (level is null || v.Level == level)
            && (district is null || v.District?.Id == district || v.Agency.Id == district)
            && VietnameseText.Fold($"{v.Agency.Name} {v.Agency.ShortName} {v.District?.Name}").Contains(wanted, StringComparison.Ordinal))];
        var last = Math.Max(1, (shown.Count + Rows - 1) / Rows);
        number = int.TryParse(PageText, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, last) : 1;
    }

    private async Task Post()
    {
        if (Refusal is not null || plan is null || board?.Chosen is null)
            return;
        var sent = Http!.Request.Form["remind"].ToString().Split(':');
        var version = sent.Length == 2 && int.TryParse(sent[1], CultureInfo.InvariantCulture, out var read) ? ExpectedVersion.Of(read) : ExpectedVersion.Missing;
        var result = await Reminders.Remind(Actor, Guid.TryParse(sent[0], out var id) ? id : Guid.Empty, version, Cancel);
        if (result.Refusal is not { } refusal)
            Navigation.NavigateTo(Link(state, number) + "&da=nhac");
        else if (refusal.Kind is RefusalKind.NotFound or RefusalKind.NotAllowed)
            Refuse(refusal);
        else
        {
            trouble = refusal;
            ShowFormAgain();
        }
    }

    private TEnum? Chosen<TEnum>(string? text, string name)
        where TEnum : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (Enum.TryParse<TEnum>(text, out var value) && Enum.IsDefined(value))
            return value;
        wrongFilters.Add($"{name} được lọc không có; đang hiện tất cả.");
        return null;
    }

    private string Link(ObligationState? of, int page) => "/nop-bao-cao?" + string.Join('&', new[]
    {
        $"plan={plan!.Id}", $"period={Uri.EscapeDataString(board!.Chosen!.Code)}", of is null ? "" : $"state={of}", level is null ? "" : $"level={level}",
        district is null ? "" : $"district={district}", string.IsNullOrEmpty(Search) ? "" : $"search={Uri.EscapeDataString(Search)}",
        page > 1 ? $"page={page.ToString(CultureInfo.InvariantCulture)}" : "",
    }.Where(p => p.Length > 0));
}
