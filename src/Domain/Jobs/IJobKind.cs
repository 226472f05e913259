using System.Text.Json;
using System.Text.Json.Serialization;
using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Jobs;

/// <summary>A kind of work that goes on behind requests; keeping, running and finding it again is <see cref="JobDesk"/>'s.</summary>
public interface IJobKind
{
    /// <summary>Name in <see cref="Job.Kind"/>.</summary>
    string Name { get; }

    /// <summary>The refusal of somebody who may not have it; asked when it is begun, done, and its file is taken.</summary>
    Refusal? Demand(Actor actor);

    /// <summary>Whose eyes its file is for: while this differs from when it was made, the file is not handed out. Empty for what all readers see alike.</summary>
    string ScopeOf(Actor actor) => "";

    /// <summary>Does it.</summary>
    Task<Result<JobMade>> Run(Actor actor, Job job, JobProgress progress, CancellationToken cancel);
}

/// <summary>Runs jobs behind the requests that ask for them; the host has it.</summary>
public interface IJobRunner
{
    /// <summary>Runs a job in its turn. Goes on when nobody waits any more.</summary>
    /// <param name="job">The job, waiting.</param>
    /// <param name="patience">How long to wait for the end.</param>
    /// <returns>What came of it, a refusal as its kind said it; null when it is still going on.</returns>
    Task<Result<Job>?> Run(Job job, TimeSpan patience);

    /// <summary>How far a job is; null when this server is not at it.</summary>
    JobStep? ProgressOf(Guid id);

    /// <summary>How many of an account's jobs and imports this server has before it. Costs no query.</summary>
    int CountOf(Guid ownerId);
}

/// <summary>What kinds write down of what they are asked.</summary>
internal static class JobInput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Write<T>(T order) => JsonSerializer.Serialize(order, Options);

    public static T Read<T>(Job job) => JsonSerializer.Deserialize<T>(job.Input, Options)!;
}
