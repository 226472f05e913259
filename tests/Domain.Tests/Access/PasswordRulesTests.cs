using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Tests.Access;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("Ke hoach so 246", false)]
    [InlineData("KeHoach246@demo", false)]
    [InlineData("Hà Nội mùa thu 2024", false)]
    [InlineData("Ab1@efgh", true)]
    public void A_password_of_four_kinds_and_enough_characters_is_good(string password, bool hasSecondFactor) =>
        Assert.Empty(PasswordRules.Check(password, "nguyen.van.a", hasSecondFactor));

    [Theory]
    [InlineData("", "nhập")]
    [InlineData("Ab1@efghijklm", "14 ký tự")]
    [InlineData("ke hoach so 246", "chữ hoa")]
    [InlineData("KE HOACH SO 246", "chữ thường")]
    [InlineData("Ke hoach tuyen truyen", "chữ số")]
    [InlineData("KeHoachTuyenTruyen246", "ký tự khác")]
    [InlineData("Toi la NGUYEN.VAN.A 2024", "tên đăng nhập")]
    public void What_a_password_lacks_is_said(string password, string word) =>
        Assert.Contains(word, Assert.Single(PasswordRules.Check(password, "nguyen.van.a", hasSecondFactor: false)), StringComparison.Ordinal);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() => Assert.Equal(2, PasswordRules.Check("abc", "nguyen.van.a", hasSecondFactor: false).Length);

    [Fact]
    public void A_password_is_at_most_200_characters() =>
        Assert.Contains("200", Assert.Single(PasswordRules.Check("Aa1 " + new string('x', 197), "a", hasSecondFactor: false)), StringComparison.Ordinal);

    [Fact]
    public void Beside_a_second_factor_eight_characters_are_enough_and_seven_are_not()
    {
        Assert.Empty(PasswordRules.Check("Ab1@efgh", "a", hasSecondFactor: true));
        Assert.NotEmpty(PasswordRules.Check("Ab1@efg", "a", hasSecondFactor: true));
        Assert.NotEmpty(PasswordRules.Check("Ab1@efgh", "a", hasSecondFactor: false));
    }

    // Ế typed as one letter or as a letter and its marks is one character.
    [Fact]
    public void Marks_typed_apart_add_no_length() =>
        Assert.NotEmpty(PasswordRules.Check("Ế1 bcdefghijkl".Normalize(System.Text.NormalizationForm.FormD)[..^1], "a", hasSecondFactor: false));
}
