package dev.rebound.application.erasure;

/** Why somebody could not be forgotten: there is no reason. */
public enum ErasureRefusal {}
