using System.Diagnostics.CodeAnalysis;

namespace PlanTracker.Domain;

/// <summary>A value, or the refusal to give it. Exceptions are left for faults of the program.</summary>
/// <typeparam name="T">What is given when nothing is refused.</typeparam>
public sealed class Result<T>
{
    private Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value; null only when refused.</summary>
    public T? Value { get; }

    /// <summary>The refusal; null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether it was refused; tells the compiler which of the two is there.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? refusal, [NotNullWhen(false)] out T? value)
    {
        (refusal, value) = (Refusal, Value);
        return refusal is not null;
    }

    /// <summary>A value is a result; for interface types, which the conversion below does not take.</summary>
    internal static Result<T> Of(T value) => new(value, null);

    /// <summary>A value is a result.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal is a result.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
