namespace PlanTracker.Domain.History;

/// <summary>History of what is changed outside <see cref="IStore"/>: sign-ins, accounts, tokens.</summary>
public interface IHistoryLog
{
    /// <summary>Adds a row, together with what the request has not saved yet.</summary>
    Task Append(Change change, CancellationToken cancel);
}
