using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes;

public sealed class FormTests(Browser browser, SampleDatabase sample)
{
    [Fact]
    public async Task The_form_is_filled_in_and_saved_with_the_keyboard_alone()
    {
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        var form = await scene.Chat.SayAsync("visit");
        await form.TypeAsync("Employer", "two rivers");
        await form.TypeAsync("Notes", "typed without a mouse");
        await scene.Chat.PhotographAsync("form");
        await form.TabToAndPressAsync("Save");

        await form.SaysAsync("Visit logged");
        await form.SaysAsync("Two Rivers Care Home");
        await form.SaysAsync("typed without a mouse");
    }

    [Fact]
    public async Task A_form_without_an_employer_says_so_at_the_field_and_keeps_what_was_typed()
    {
        Machine.NeedsTime("One more scene in the chat client");
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        var form = await scene.Chat.SayAsync("visit");
        await form.TypeAsync("Notes", "typed without a mouse");
        await form.TabToAndPressAsync("Save");

        await form.SaysAsync("Type the employer's name.");
        Assert.Equal("typed without a mouse", await form.ValueAsync("Notes"));
    }
}
