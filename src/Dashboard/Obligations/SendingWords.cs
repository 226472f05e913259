using System.Globalization;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Dashboard.Obligations;

/// <summary>The words, signs and colours of obligations: state first, and whether what was sent came in time.</summary>
internal static class SendingWords
{
    public static readonly IReadOnlyList<ObligationState> Order = Enum.GetValues<ObligationState>();

    public static string Of(ObligationView view) => view switch
    {
        { State: ObligationState.Overdue } => $"Quá hạn {view.DaysOverdue} ngày",
        { Timeliness: Timeliness.Late } => $"{ObligationWords.NameOf(view.State)}, chậm",
        { Obligation.NothingToReport: true, Timeliness: Timeliness.OnTime } => $"{ObligationWords.NameOf(view.State)}, không phát sinh",
        _ => ObligationWords.NameOf(view.State),
    };

    public static string Css(ObligationView view) => view switch
    {
        { Timeliness: Timeliness.Late } => "s-behind",
        { State: ObligationState.Overdue } => "s-overdue",
        { State: ObligationState.Due } => "s-behind",
        { State: ObligationState.Returned } => "s-returned",
        { State: ObligationState.Submitted } => "s-pend",
        { State: ObligationState.Accepted } => "s-ontrack",
        { State: ObligationState.NotYetDue } => "s-notstarted",
        _ => "s-plain",
    };

    public static string Icon(ObligationView view) => view.State switch
    {
        ObligationState.NotYetDue => "circle-dashed",
        ObligationState.Due => "calendar-due",
        ObligationState.Overdue => "alert-octagon-f",
        ObligationState.Submitted => "send",
        ObligationState.Returned => "arrow-back-up",
        ObligationState.Accepted => "check",
        _ => "circle-minus",
    };

    /// <summary>A cell of the map: its class, a short word, and the whole in words.</summary>
    public static (string Css, string Short) Cell(ObligationView view) => view switch
    {
        { Timeliness: Timeliness.OnTime } => ("ok", view.Obligation.NothingToReport ? "KPS" : "Đúng"),
        { Timeliness: Timeliness.Late } => ("late", "Chậm"),
        { State: ObligationState.Overdue } => ("miss", "Thiếu"),
        { State: ObligationState.Waived } => ("nil", "Miễn"),
        { State: ObligationState.Transferred } => ("nil", "Chuyển"),
        _ => ("due", "Chờ"),
    };

    public static string Percent(decimal? percent) =>
        percent is { } value ? value.ToString("0.0", CultureInfo.GetCultureInfo("vi-VN")) + "%" : "-";

    public static string Instant(DateTime? at) => at is { } instant ? Words.Instant(instant) : "–";
}
