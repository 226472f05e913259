namespace PlanTracker.Domain.Access;

/// <summary>A person's own tokens for programs. Made in a session only, and after the password was asked again.</summary>
public interface IOwnTokens
{
    /// <summary>Those that are not revoked, newest first.</summary>
    Task<Result<IReadOnlyList<OwnToken>>> List(Actor actor, CancellationToken cancel);

    /// <summary>Makes one; its text is known only now.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="asked">What for, how long, with which rights.</param>
    /// <param name="password">The current password.</param>
    /// <param name="code">A code of the second factor, where it is on.</param>
    /// <param name="cancel">Ends when the caller has gone.</param>
    Task<Result<NewToken>> Make(Actor actor, TokenRequest asked, string password, string? code, CancellationToken cancel);

    /// <summary>Revokes one: worth nothing from the next request on.</summary>
    Task<Result<OwnToken>> Revoke(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel);
}

/// <summary>A token without its secret.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">Its open beginning, to know it by.</param>
/// <param name="Roles">The roles it may use; empty for all its owner has.</param>
/// <param name="IsReadOnly">Whether it may read and nothing else.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ExpiresAt">First instant it is worth nothing, UTC.</param>
/// <param name="LastUsedAt">Last use, UTC; null for none.</param>
/// <param name="IsExpired">Whether it is worth nothing already.</param>
public sealed record OwnToken(
    Guid Id, string Name, string Prefix, IReadOnlyList<Role> Roles, bool IsReadOnly, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastUsedAt, bool IsExpired)
{
    /// <summary>A token is never edited: its version stays the first.</summary>
    public const int Version = 1;
}

/// <summary>A token just made.</summary>
public sealed record NewToken(OwnToken Token, string Text);

/// <summary>A token to be made.</summary>
/// <param name="Name">What it is for, at most 100 characters.</param>
/// <param name="ExpiresInDays">1 to 365.</param>
/// <param name="Roles">Some of the owner's roles; null for all the owner has, now and later.</param>
/// <param name="IsReadOnly">Whether it may read and nothing else.</param>
public sealed record TokenRequest(string Name, int? ExpiresInDays, IReadOnlyList<Role>? Roles = null, bool IsReadOnly = false)
{
    /// <summary>Most characters of a name.</summary>
    public const int MaxName = 100;

    /// <summary>Most days.</summary>
    public const int MaxDays = 365;

    /// <summary>Why it cannot be made for its owner: asks for more than the owner has, or is wrong by field; null when it can.</summary>
    public Refusal? Check(Actor owner)
    {
        if (Roles?.Any(role => !owner.Is(role)) == true)
            return Refusal.NotAllowed("tokens.beyond-owner", "Mã truy cập không được có vai trò mà tài khoản không có. Chưa có gì thay đổi.");
        var errors = new Dictionary<string, string[]>();
        if (VietnameseText.Clean(Name) is not { Length: <= MaxName } name || !VietnameseText.IsClean(name))
            errors["name"] = [$"Cần ghi tên mã truy cập, dài tối đa {MaxName} ký tự."];
        if (ExpiresInDays is not (>= 1 and <= MaxDays))
            errors["expiresInDays"] = [$"Thời hạn từ 1 đến {MaxDays} ngày."];
        if (Roles is { Count: 0 })
            errors["roles"] = ["Cần chọn ít nhất một vai trò."];
        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }
}
