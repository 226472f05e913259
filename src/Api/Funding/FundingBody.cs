using PlanTracker.Api.Activities;
using PlanTracker.Domain;
using PlanTracker.Domain.Funding;

namespace PlanTracker.Api.Funding;

/// <summary>A record of money.</summary>
/// <param name="Amount">Whole đồng; never negative.</param>
/// <param name="Date">Day it was done.</param>
/// <param name="Document">The document it rests on.</param>
/// <param name="Note">Ghi chú; needed for a supplement and a cut.</param>
/// <param name="Kind">Record (default), Supplement or Cut.</param>
internal sealed record FundingBody(
    long Amount, DateOnly Date, DocumentBody Document, string? Note = null, FundingStepKind Kind = FundingStepKind.Record)
{
    /// <summary>In the domain's words.</summary>
    public Result<FundingOrder> ToOrder() => new FundingOrder(Amount, Date, Document.ToRef(), Note, Kind);
}
