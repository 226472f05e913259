using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Funding;

namespace PlanTracker.Dashboard.Funding;

/// <summary>The form of one record of money, and how what was typed is read.</summary>
public sealed partial class FundingForm
{
    /// <summary>What may be recorded.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(FundingSource Source, FundingStage Stage)> Choices { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired]
    public TypedText Typed { get; set; } = default!;

    /// <summary>All errors of the form.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string[]>? Errors { get; set; }

    /// <summary>Number of records that the form was made from.</summary>
    [Parameter, EditorRequired]
    public string Version { get; set; } = "";

    /// <summary>Where "back" leads.</summary>
    [Parameter, EditorRequired]
    public string Back { get; set; } = "";

    /// <summary>Source and stage as posted; what is neither is a stage that no source has.</summary>
    internal static (FundingSource Source, FundingStage Stage) Read(string? step) =>
        step?.Split('/') is [var source, var stage]
        && Enum.TryParse<FundingSource>(source, out var knownSource) && Enum.TryParse<FundingStage>(stage, out var knownStage)
            ? (knownSource, knownStage) : ((FundingSource)(-1), (FundingStage)(-1));

    /// <summary>The record as typed; what cannot be read is named, all at once.</summary>
    internal static Result<FundingOrder> Order(TypedText typed)
    {
        var amount = typed.Number("amount", "số tiền");
        if (amount is { } number && (!decimal.IsInteger(number) || Math.Abs(number) > FundingRules.MaxAmount))
            typed.Wrong("amount", $"Số tiền là số đồng nguyên, không quá {VietnameseNumber.Show(FundingRules.MaxAmount)}.");
        var date = typed.Day("date", "ngày thực hiện");
        var documentDate = typed.Day("document-date", "ngày của văn bản");
        if (!Enum.TryParse<FundingStepKind>(typed["kind"] ?? nameof(FundingStepKind.Record), out var kind) || !Enum.IsDefined(kind))
            typed.Wrong("kind", "Chọn ghi nhận, bổ sung hoặc cắt giảm.");
        return typed.Unread is { } unread
            ? unread : new FundingOrder((long)amount!.Value, date, new(typed["document-number"] ?? "", documentDate), typed["note"], kind);
    }
}
