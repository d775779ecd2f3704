<#-- The proof of presence before a signature: the only place where the password alone is asked for. -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password'); section>
  <#if section = "header">
    ${msg("proofTitle")}
  <#elseif section = "form">
    <p class="block">${msg("proofWhy")}</p>
    <form id="kc-form-login" action="${url.loginAction}" method="post" novalidate="novalidate">
      <@field.password name="password" label=msg("password") forgotPassword=realm.resetPasswordAllowed autofocus=true autocomplete="current-password"/>
      <@buttons.actionGroup><@buttons.button id="kc-login" name="login" label="doConfirm"/></@buttons.actionGroup>
    </form>
    <@passkeys.conditionalUIData/>
  </#if>
</@layout.registrationLayout>
