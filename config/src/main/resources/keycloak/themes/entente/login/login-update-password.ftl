<#-- A new password; every other session of the account ends with it. -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "password-validation.ftl" as validator>
<@layout.registrationLayout displayMessage=((message.type)!'') == 'error' && !messagesPerField.existsError('password','password-confirm'); section>
  <#if section = "header">
    ${msg("updatePasswordTitle")}
  <#elseif section = "form">
    <p class="block">${msg("passwordHint")}</p>
    <form id="kc-passwd-update-form" action="${url.loginAction}" method="post" novalidate="novalidate">
      <input type="hidden" name="logout-sessions" value="on">
      <@field.password name="password-new" label=msg("passwordNew") fieldName="password" autocomplete="new-password" autofocus=true/>
      <@field.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password"/>
      <@buttons.actionGroup>
        <@buttons.button id="kc-submit" name="login" label="doSubmit"/>
        <#if isAppInitiatedAction??><@buttons.button id="kc-cancel" label="doCancel" name="cancel-aia" type="secondary"/></#if>
      </@buttons.actionGroup>
    </form>
    <@validator.templates/>
    <@validator.script field="password-new"/>
  </#if>
</@layout.registrationLayout>
