using PlanTracker.Domain;

namespace PlanTracker.Reports.Reading;

/// <summary>
/// Leaves the middle of a file whose content is refused. It never leaves this folder: what reads a file answers with the refusal.
/// </summary>
internal sealed class UnreadableFileException(Refusal refusal) : Exception(refusal.Message)
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>Refused with a code and a sentence.</summary>
    public UnreadableFileException(string code, string message)
        : this(Refusal.Unreadable(code, message))
    {
    }
}
