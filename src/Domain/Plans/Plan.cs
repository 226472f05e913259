using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Funding;

namespace PlanTracker.Domain.Plans;

/// <summary>A plan (kế hoạch): a numbered, dated document of one issuer for one plan year.</summary>
public sealed class Plan
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Key of the start-up data, such as <c>246-2024</c>; null for plans made later.</summary>
    public string? SeedKey { get; init; }

    /// <summary>Number and symbol: <c>246/KH-UBND</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Title (trích yếu), verbatim.</summary>
    public required string Title { get; init; }

    /// <summary>The agency that issued it.</summary>
    public required Guid IssuerAgencyId { get; init; }

    /// <summary>Day of issue: entries cannot be older.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Plan year.</summary>
    public required int Year { get; init; }

    /// <summary>First day of the plan's time.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the plan's time, inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>State of the document.</summary>
    public PlanStatus Status { get; init; }

    /// <summary>Sample data, marked as such on every page and in every report.</summary>
    public bool IsSample { get; init; }

    /// <summary>The plan above it, when it is an agency's own.</summary>
    public Guid? ParentPlanId { get; init; }

    /// <summary>The plan of the year before that it was made from; null when it was made by itself.</summary>
    public Guid? FollowsPlanId { get; init; }

    /// <summary>What was decided about the money that the plan before it left.</summary>
    public List<UnspentDecision> LeftMoney { get; init; } = [];

    /// <summary>What the document says around its table, verbatim.</summary>
    public required PlanText Text { get; init; }

    /// <summary>The rows of its table, in order.</summary>
    public List<Activity> Activities { get; init; } = [];

    /// <summary>The tasks without a number, in order.</summary>
    public List<PlanTask> Tasks { get; init; } = [];

    /// <summary>Number and title without marks and case, for search.</summary>
    public string SearchText { get; set; } = "";
}

/// <summary>States of a plan.</summary>
public enum PlanStatus
{
    /// <summary>In force.</summary>
    Issued,
    /// <summary>Not yet numbered and dated.</summary>
    Draft,
}

/// <summary>The plan's wording, verbatim, in the document's order.</summary>
public sealed record PlanText
{
    /// <summary>The opening paragraph.</summary>
    public string Preamble { get; init; } = "";
    /// <summary>Căn cứ.</summary>
    public IReadOnlyList<LegalBasis> LegalBases { get; init; } = [];
    /// <summary>Mục đích.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];
    /// <summary>Yêu cầu.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];
    /// <summary>Đối tượng.</summary>
    public string Audiences { get; init; } = "";
    /// <summary>Nội dung tuyên truyền (II.1-9): a code list that entries point to.</summary>
    public IReadOnlyList<PlanItem> Themes { get; init; } = [];
    /// <summary>Hình thức tuyên truyền (III.1-6): a code list that entries point to.</summary>
    public IReadOnlyList<PlanItem> Forms { get; init; } = [];
    /// <summary>Notes under the table: (*), (**).</summary>
    public IReadOnlyList<Footnote> Footnotes { get; init; } = [];
    /// <summary>Kinh phí thực hiện.</summary>
    public FundingText Funding { get; init; } = new("", null, []);
    /// <summary>The closing paragraph.</summary>
    public string Closing { get; init; } = "";
    /// <summary>Nơi nhận.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
    /// <summary>Places of the source document that could be read in two ways, and how they were read.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];
}

/// <summary>A document that the plan rests on.</summary>
public sealed record LegalBasis(string Text, string? Number, DateOnly? Date);

/// <summary>A numbered item of the plan with a short name for screens.</summary>
public sealed record PlanItem(int Order, string Text, string ShortText);

/// <summary>A note under the table.</summary>
public sealed record Footnote(string Mark, string Text);

/// <summary>A place that could be read in two ways.</summary>
public sealed record Doubt(string Place, string Note);

/// <summary>A task of the plan's last section (nhiệm vụ): work without a number.</summary>
public sealed class PlanTask
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The plan it belongs to.</summary>
    public required Guid PlanId { get; init; }
    /// <summary>Order in the document, from 1.</summary>
    public required int Order { get; init; }
    /// <summary>Number in the document: <c>VI.2.d</c>.</summary>
    public required string Number { get; init; }
    /// <summary>Heading it stands under.</summary>
    public required string Heading { get; init; }
    /// <summary>Wording, verbatim.</summary>
    public required string Text { get; init; }
    /// <summary>Who it is given to.</summary>
    public List<SupportingParty> Parties { get; init; } = [];
}
