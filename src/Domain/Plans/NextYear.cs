using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Plans;

/// <summary>What becomes of money that a year left.</summary>
public enum UnspentChoice
{
    /// <summary>Chuyển sang năm sau.</summary>
    CarryOver,
    /// <summary>Nộp trả ngân sách, hoặc trả lại nguồn.</summary>
    GiveBack,
}

/// <summary>A decision about money that a year left; it moves no money by itself.</summary>
/// <param name="ActivityId">The activity of the year before.</param>
/// <param name="Source">The source.</param>
/// <param name="Choice">What becomes of it.</param>
/// <param name="Amount">What was left when it was decided, whole đồng.</param>
/// <param name="Note">Why, or by which document.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When, UTC.</param>
public sealed record UnspentDecision(
    Guid ActivityId, FundingSource Source, UnspentChoice Choice, long Amount, string? Note, string By, DateTime At);

/// <summary>A decision as it is asked for.</summary>
/// <param name="ActivityId">The activity of the year before.</param>
/// <param name="Source">The source.</param>
/// <param name="Choice">What becomes of it; null takes a decision back.</param>
/// <param name="Note">Why, or by which document.</param>
public sealed record UnspentOrder(Guid ActivityId, FundingSource Source, UnspentChoice? Choice, string? Note);

/// <summary>Money of the year before that was available and is neither disbursed nor settled.</summary>
/// <param name="Activity">The activity of the year before.</param>
/// <param name="Lead">Its lead at the plan's end.</param>
/// <param name="Source">The source.</param>
/// <param name="Available">Approved, or estimated where nothing is approved.</param>
/// <param name="Disbursed">Disbursed.</param>
/// <param name="Decision">What was decided; null while nothing was.</param>
public sealed record UnspentMoney(Activity Activity, AgencyRef Lead, FundingSource Source, long Available, long Disbursed, UnspentDecision? Decision)
{
    /// <summary>What is left, whole đồng.</summary>
    public long Left => Available - Disbursed;
}

/// <summary>A row of the next year beside the activity it goes on with.</summary>
/// <param name="Last">The activity with its figures at the end of its year, or of today; null for a row that was added.</param>
/// <param name="Row">The proposed or drafted row; null when the activity is not taken over.</param>
/// <param name="LeftOut">Why it is not taken over.</param>
public sealed record NextYearRow(ActivityProgress? Last, DraftRowView? Row, string? LeftOut)
{
    /// <summary>Whether another agency leads the row than led the activity.</summary>
    public bool HasOtherLead => Last is not null && Row?.Lead is { } lead && lead.Id != Last.Lead.Id;
}

/// <summary>The next year of a plan: what would be drafted, or what was.</summary>
/// <param name="Last">The plan.</param>
/// <param name="AsOf">The day of its figures.</param>
/// <param name="Head">Head of the next year's plan.</param>
/// <param name="Rows">Its rows in order, then what is not taken over.</param>
/// <param name="Money">What the year left, for decision.</param>
/// <param name="Draft">The draft; null while nobody made one, and after it was issued.</param>
/// <param name="Issued">The plan it became; null before.</param>
public sealed record NextYear(
    Plan Last, DateOnly AsOf, PlanHead Head, IReadOnlyList<NextYearRow> Rows, IReadOnlyList<UnspentMoney> Money, PlanDraftView? Draft, Plan? Issued)
{
    /// <summary>Version of the draft; 0 while there is none.</summary>
    public int Version => Draft?.Draft.Version ?? 0;
}

/// <summary>A draft of the next year that was asked for.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="IsNew">Whether it was made now; otherwise it was there.</param>
public sealed record NextYearMade(Guid DraftId, bool IsNew);

/// <summary>The words of the next year.</summary>
public static class NextYearWords
{
    /// <summary>What becomes of money that a year left.</summary>
    public static string NameOf(UnspentChoice choice) => choice switch
    {
        UnspentChoice.CarryOver => "Chuyển sang năm sau",
        _ => "Nộp trả",
    };
}
