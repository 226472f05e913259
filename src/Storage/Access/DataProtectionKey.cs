namespace PlanTracker.Storage.Access;

/// <summary>A key that protects cookies and forms, kept in the database so that several instances share it.</summary>
public sealed class DataProtectionKey
{
    /// <summary>Number in the order made.</summary>
    public int Id { get; init; }

    /// <summary>The framework's name for it.</summary>
    public required string FriendlyName { get; init; }

    /// <summary>The key.</summary>
    public required string Xml { get; init; }
}
